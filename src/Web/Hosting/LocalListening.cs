using Listening.Brands;
using Listening.Calendars;
using Listening.Desk.Brands;
using Listening.Desk.Calendars;
using Listening.Store;
using Listening.Store.Projecting;
using Listening.Storing;
using Listening.Web.Calendars;
using Listening.Web.Commands.Importing;
using Listening.Web.Logging;
using Listening.Web.Registry;

namespace Listening.Web.Hosting;

/// <summary>The house without a server: what a command opens when no server runs on the data directory.</summary>
public sealed class LocalListening : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private LocalListening(ServiceProvider services) => this.services = services;

    /// <summary>What derives the facts.</summary>
    public FactProjector Projector => services.GetRequiredService<FactProjector>();

    /// <summary>What keeps reading quick.</summary>
    public IStoreOptimizer Optimizer => services.GetRequiredService<IStoreOptimizer>();

    /// <summary>Opens the store of <paramref name="data"/>; facts of another registry are derived again first.</summary>
    public static async Task<LocalListening> OpenAsync(DataDirectory data, TimeProvider time, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddListening(data).Build();
        var (registry, targets) = await SetAsync(configuration, data, time, cancellationToken);
        var options = StoreSettings.Read(configuration, data);
        var models = ModelSettings.Read(configuration);
        var collection = await new ServiceCollection().AddSortingAsync(models, data, time, cancellationToken);
        var services = collection
            .AddLogging(logging => logging.AddListening(configuration).AddFilter(level => level >= LogLevel.Warning))
            .AddSingleton(time)
            .AddCore(await StoreRoom.OpenAsync(options, time, cancellationToken), registry, models.Rules, targets, new DiskSpace(data.Path, StoreSettings.MinimumFree(configuration)))
            .BuildServiceProvider();
        var local = new LocalListening(services);
        await local.Projector.RebuildWhenNeededAsync(cancellationToken);
        return local;
    }

    /// <summary>Opens the store for an import.</summary>
    public static async Task<IImportTarget> OpenForImportAsync(DataDirectory data, TimeProvider time, CancellationToken cancellationToken)
    {
        var local = await OpenAsync(data, time, cancellationToken);
        return new LocalTarget(local.services.GetRequiredService<CollectingPipeline>(), time, local);
    }

    // What an admin set on the screen wins over the settings here too.
    private static async Task<(CurrentRegistry Registry, CurrentTargets Targets)> SetAsync(IConfiguration configuration, DataDirectory data, TimeProvider time, CancellationToken cancellationToken)
    {
        var configured = RegistrySettings.Read(configuration);
        var within = ReportingSettings.AnswerWithin(configuration);
        var operational = OperationalStore.Read(configuration, data);
        if (!operational.IsBegun) return (new(RegistryStart.Use(0, configured)), new(TargetsStart.Use([], within)));
        await using var desk = await operational.OpenDeskAsync(cancellationToken);
        return (
            await RegistryStart.ReadAsync(new RegistryVersions(desk, time), configured, cancellationToken),
            await TargetsStart.ReadAsync(new TargetsVersions(desk, time), within, cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();
}
