using Listening.Access;
using Listening.Brands;
using Listening.Calendars;
using Listening.Collecting.Pulling;
using Listening.Conversations;
using Listening.Desk;
using Listening.Desk.Brands;
using Listening.Desk.Calendars;
using Listening.Jobs;
using Listening.Measuring;
using Listening.Metrics;
using Listening.Sources.Folder;
using Listening.Sources.Simulated;
using Listening.Store;
using Listening.Web.Alerts;
using Listening.Web.Calendars;
using Listening.Web.Cases;
using Listening.Web.Classifying;
using Listening.Web.Dashboards;
using Listening.Storing;
using Listening.Web.Demo;
using Listening.Web.Exporting;
using Listening.Web.Health;
using Listening.Web.Hooking;
using Listening.Web.Hooks;
using Listening.Web.Ingesting;
using Listening.Web.Json;
using Listening.Web.Logging;
using Listening.Web.Mailing;
using Listening.Web.Measuring;
using Listening.Web.OpenId;
using Listening.Web.Pictures;
using Listening.Web.Problems;
using Listening.Web.Proxying;
using Listening.Web.Reading;
using Listening.Web.Registry;
using Listening.Web.Replying;
using Listening.Web.Reporting;
using Listening.Web.Secrets;
using Listening.Web.Security;
using Listening.Web.Setup;
using Listening.Web.Sourcing;
using Listening.Web.Streaming;
using Listening.Web.Telemetry;
using Listening.Web.Triage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Listening.Web.Hosting;

/// <summary>The server: what is in it, and what it answers.</summary>
public static class ListeningServer
{
    /// <summary>Longest time that what was begun may take to end when the server stops; closing the store comes after it, and all of it takes ten seconds at the most.</summary>
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(6);

    /// <summary>
    /// Opens the store and puts everything together, not yet started. Throws what opening the store throws, <see cref="SettingException"/> and
    /// <see cref="DashboardFileException"/>.
    /// </summary>
    public static Task<WebApplication> BuildAsync(ServeOptions options, TimeProvider time, CancellationToken cancellationToken) =>
        BuildAsync(options, time, store => StoreRoom.OpenAsync(store, time, cancellationToken), cancellationToken);

    /// <summary>The same over a store that <paramref name="open"/> opens; the program closes it.</summary>
    public static async Task<WebApplication> BuildAsync(ServeOptions options, TimeProvider time, Func<StoreOptions, Task<StoreRoom>> open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(options);
        var data = DataDirectory.Open(options.Data);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddListening(data);
        ServerSettings.CheckUrls(options.Urls);
        ServerSettings.CheckSecurity(builder.Configuration);
        ProxySettings.Read(builder.Configuration);
        SignInDoors.Read(builder.Configuration);
        BackupCheck.Within(builder.Configuration);
        var outgoing = SourcingRegistration.Rules(builder.Configuration);
        var retention = ServerSettings.Retention(builder.Configuration);
        var operational = OperationalStore.Read(builder.Configuration, data);
        var telemetry = TelemetrySettings.Read(builder.Configuration);
        builder.Logging.AddListening(builder.Configuration);
        await builder.ListenAsync(options.Urls, data, cancellationToken, telemetry.Listen);
        ListenAddresses.CheckFree("--urls", options.Urls);
        if (telemetry.Listen is { } listen) ListenAddresses.CheckFree("Telemetry:Listen", listen.ToString());

        var configured = options.Demo ? RegistrySettings.Read(builder.Configuration, SimulatedBrands.All) : RegistrySettings.Read(builder.Configuration);
        var within = ReportingSettings.AnswerWithin(builder.Configuration);
        var models = ModelSettings.Read(builder.Configuration);
        await builder.Services.AddSortingAsync(models, data, time, cancellationToken);
        // Before the store, because it may be a server that is away: then nothing else is opened.
        var desk = await operational.OpenDeskAsync(cancellationToken);
        var ring = await KeyRing.OpenAsync(builder.Configuration, data, desk, cancellationToken);
        var doors = SignInDoors.Read(builder.Configuration);
        var clientSecret = doors.Provider is null ? null : await ClientSecretAsync(builder.Configuration, desk, ring, time, cancellationToken);
        var store = await open(StoreSettings.Read(builder.Configuration, data));
        var registry = await RegistryStart.ReadAsync(new RegistryVersions(desk, time), configured, cancellationToken);
        var targets = await TargetsStart.ReadAsync(new TargetsVersions(desk, time), within, cancellationToken);
        AddServices(builder, options, data, time, targets, models.Rules, store, registry, telemetry);
        if (doors.Provider is { } provider) builder.Services.AddOpenId(provider, clientSecret);
        builder.Services.AddRegistry(configured).AddDesk(desk).AddSecrets(ring).AddJobs(operational.Jobs(), retention, registry.Now.Zone);
        builder.Services.AddSources(outgoing).AddSingleton<SourcePuller>();

        if (models.Folder is not null) builder.Services.AddLearning(builder.Configuration);

        var app = builder.Build();
        Answer(app);
        return app;
    }

    // Read once, before anything is served: a secret that is not there is told at the start.
    private static async Task<string?> ClientSecretAsync(IConfiguration configuration, DeskStore desk, IXmlRepository ring, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(time).AddSingleton(desk).AddSecrets(ring).BuildServiceProvider();
        return await SecretReference.ResolveAsync(configuration, $"{OpenIdSettings.Section}:ClientSecret", services.GetRequiredService<ISecretReader>(), cancellationToken);
    }

    private static void AddServices(
        WebApplicationBuilder builder, ServeOptions options, DataDirectory data, TimeProvider time, CurrentTargets targets, ClockRules rules, StoreRoom store, CurrentRegistry registry,
        TelemetrySettings telemetry)
    {
        var services = builder.Services;
        // All at once: one that waits for a database that is away must not take the others' time.
        services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (ShutdownLimit, true));
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MinRequestBodyDataRate = BodyPace.Least);
        services.AddSingleton(time).AddSingleton(data).AddSingleton(new DemoState(options.Demo));
        services.AddSingleton(new MetricRules { Within = targets.Now.Within, Targets = targets });
        services.AddCore(store, registry, rules, targets, new DiskSpace(data.Path, StoreSettings.MinimumFree(builder.Configuration)));
        services.AddSecurity(builder.Configuration);
        services.AddTelemetry(telemetry);
        services.AddHostedService<ProjectingService>();
        services.AddCases(targets, builder.Configuration).AddReplies(builder.Configuration, options.Demo);
        services.AddCalendars().AddAlerts(AlertSettings.Read(builder.Configuration)).AddReport();
        services.AddReportMail(ReportSettings.Read(builder.Configuration));
        if (options.Demo) services.AddSingleton<DemoFeed>().AddSingleton<DemoDesk>().AddSingleton<DemoReady>().AddHostedService<DemoService>()
            .AddSingleton<IEvenSources>(new NamedEvenSources(SimulatedWorld.Sources)).AddSingleton<DemoReplies>().AddSingleton<DemoReplyChannel>().AddSingleton<DemoCustomers>().AddHostedService(provider => provider.GetRequiredService<DemoCustomers>());
        services.AddSingleton(provider => DashboardFolder.Read(
            Path.Combine(AppContext.BaseDirectory, "dashboards"), provider.GetRequiredService<IMetrics>().Catalogue, data.Dashboards));
        services.AddHostedService<DashboardWatch>();
        services.AddSingleton<TileEvaluator>().AddSingleton<TileReadings>().AddSingleton<KeptTiles>().AddSingleton<TileBoard>().AddSingleton<OpenStream>().AddHostedService<TileBroadcast>();
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
        services.AddOpenApi();
        services.AddResponseCompression();
        services.AddHealth();
        services.AddExports().AddSingleton<IMetrics, DeskMetrics>();
        services.AddHooks().AddSingleton(new FolderRoot(builder.Configuration["Sources:Folders"]));
    }

    private static void Answer(WebApplication app)
    {
        var dashboards = app.Services.GetRequiredService<DashboardFolder>();
        app.UseTelemetryListener();
        app.UseExceptionHandler();
        app.UseStatusCodePages(NothingHere.AnswerAsync);
        app.UseResponseCompression();
        app.UsePathBaseAnswers();
        app.UseSecurityHeaders();
        app.UseDashboardFiles(dashboards.Directory);
        app.UseRouting();
        app.UseSecurity();
        app.MapSecurity();
        if (app.Services.GetRequiredService<DemoState>().Simulated) app.MapDemo(dashboards);
        app.MapHooks();
        SharedReportPage.Map(app);
        app.MapHealth();
        app.MapTelemetry();
        app.MapOpenApi();
        app.MapDashboardPages(dashboards);
        var api = app.MapGroup("/api/v1");
        api.MapIngest();
        api.MapReading();
        api.MapPictures();
        api.MapMetrics();
        api.MapReport();
        api.MapExports();
        api.MapDashboards();
        api.MapStream();
        api.MapSession();
        api.MapRegistry();
        api.MapSetup();
        api.MapRebuild();
        api.MapOptimize();
        api.MapSecrets();
        api.MapSources();
        api.MapClassify();
        api.MapLearning(app.Services);
        api.MapCases();
        api.MapCalendars();
        api.MapAlerts();
        api.MapTriage();
        api.MapReplies();
        api.MapCannedReplies();
        api.MapTickets();
        api.MapAsking();
        api.MapCaseHook();
        api.MapReportSchedules();
        api.MapSentReports();
        api.MapDoctor();
    }
}
