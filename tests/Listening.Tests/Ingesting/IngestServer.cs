using System.Net.Http.Headers;
using Listening.Storing;
using Listening.Tests.Collecting;
using Listening.Web.Ingesting;
using Listening.Web.Json;
using Listening.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Ingesting;

/// <summary>A real server with the door to ingest, a memory store behind it and scopes taken from a header.</summary>
public sealed class IngestServer : IAsyncLifetime
{
    private readonly MemoryPostStore store = new();
    private WebApplication? app;

    internal MemoryPostStore Store => store;

    public HttpClient Client { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var projector = new MemoryProjector(store);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Some.Instant));
        builder.Services.AddSingleton<IPostStore>(store);
        builder.Services.AddSingleton<CommitGroups>();
        builder.Services.AddSingleton(services => new ProjectingLoop(projector, projector, new Revisions(), TimeProvider.System, NullLogger<ProjectingLoop>.Instance));
        builder.Services.AddSingleton<CollectingPipeline>();
        builder.Services.AddAuthorizationBuilder().AddPolicy(Scopes.Ingest, policy => policy.RequireAssertion(context => context.User.Has(Scopes.Ingest)));
        builder.Services.AddAuthentication();
        app = builder.Build();
        app.Use((context, next) =>
        {
            context.User = ScopeClaims.User("Test", "test", context.Request.Headers.Authorization.ToString().Replace("Bearer ", "").Split(' '));
            return next(context);
        });
        app.UseAuthorization();
        app.MapGroup("/api/v1").MapIngest();
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = ServerAddress.Of(app.Services.GetRequiredService<IServer>());
        Client = new HttpClient { BaseAddress = Address };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "ingest");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null) await app.DisposeAsync();
    }
}
