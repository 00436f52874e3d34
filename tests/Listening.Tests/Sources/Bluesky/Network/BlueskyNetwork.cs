using System.Globalization;
using Listening.Tests.Desk.Postgres;
using Listening.Tests.Sources.Bluesky.Network;
using Xunit;

[assembly: AssemblyFixture(typeof(BlueskyNetwork))]

namespace Listening.Tests.Sources.Bluesky.Network;

/// <summary>
/// A whole Bluesky network on loopback, Bluesky's own servers: personal data server, app view, directory. Started by the first test that wants it, from <c>shared/servers/bluesky</c>, on
/// free ports.
/// </summary>
public sealed class BlueskyNetwork : IAsyncLifetime
{
    private readonly Lazy<Task> started;
    private readonly TemporaryDirectory folder = new();
    private readonly List<IAsyncDisposable> running = [];
    private NodeLab lab = null!;
    private int people;

    public BlueskyNetwork() => started = new(StartAsync);

    /// <summary>The personal data server.</summary>
    public Uri Address { get; private set; } = null!;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Waits until it runs; skips the test, with the reason, where it cannot.</summary>
    public async Task ReadyAsync()
    {
        SharedData.Folder("servers/bluesky");
        var found = NodeLab.Find(out var reason);
        Assert.SkipUnless(found is not null, reason);
        lab = found!;
        Assert.SkipUnless(PostgresBinaries.Find(out reason) is not null, reason);
        Assert.SkipUnless(Redis() is not null, "redis-server is not on this machine; ./test --install gets it.");
        await started.Value;
    }

    /// <summary>Somebody new.</summary>
    internal async Task<BlueskyUser> UserAsync(string name) => await (await BlueskyUser.CreateAsync(Address, $"{name}{Interlocked.Increment(ref people)}.test")).KnownAsync();

    /// <summary>A Jetstream over this network.</summary>
    internal Task<OwnProcess> JetstreamAsync(int port) => RunAsync("jetstream-lite on", new()
    {
        ["PDS_WS"] = $"ws://127.0.0.1:{Address.Port}", ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
    }, "jetstream-lite.mjs");

    /// <summary>A personal data server whose app view is away.</summary>
    internal async Task<(OwnProcess Process, Uri Address)> AloneAsync()
    {
        var (directory, server) = (PostgresServer.FreePort(), PostgresServer.FreePort());
        await CopyAsync("pdsonly.mjs", ("2682", directory), ("2683", server), ("14000", 600_000));
        return (await RunAsync("READY", [], "pdsonly.mjs"), new($"http://127.0.0.1:{server}"));
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = running.Count - 1; i >= 0; i--) await running[i].DisposeAsync();
        folder.Dispose();
    }

    private async Task StartAsync()
    {
        var (postgres, redis) = (await PostgresServer.StartAsync(PostgresBinaries.Find(out _)!, 300), PostgresServer.FreePort());
        running.Add(postgres);
        running.Add(await OwnProcess.StartAsync("Ready to accept connections", folder.Path, new Dictionary<string, string>(), Redis()!, "--port", $"{redis}", "--bind", "127.0.0.1", "--save", "", "--dir", folder.Path));
        foreach (var file in new[] { "loopback.mjs", "jetstream-lite.mjs" }) await CopyAsync(file);
        var (directory, server, view, moderation) = (PostgresServer.FreePort(), PostgresServer.FreePort(), PostgresServer.FreePort(), PostgresServer.FreePort());
        await CopyAsync("net.mjs", ("2582", directory), ("2583", server), ("2584", view), ("2587", moderation));
        Directory.CreateSymbolicLink(folder.File("node_modules"), lab.Packages);
        await File.WriteAllTextAsync(folder.File("package.json"), """{"type":"module"}""");
        running.Add(await RunAsync("READY", new()
        {
            ["DB_POSTGRES_URL"] = $"postgresql://listening:{PostgresServer.Password}@127.0.0.1:{postgres.Port}/postgres", ["DB_POSTGRES_SCHEMA"] = "lab", ["REDIS_HOST"] = $"127.0.0.1:{redis}",
        }, "net.mjs"));
        Address = new($"http://127.0.0.1:{server}");
    }

    private Task<OwnProcess> RunAsync(string sign, Dictionary<string, string> environment, string script)
    {
        environment["NODE_ENV"] = "test";
        environment["LOG_ENABLED"] = "false";
        return OwnProcess.StartAsync(sign, folder.Path, environment, lab.Node, "--import", "./loopback.mjs", script);
    }

    private async Task CopyAsync(string file, params (string Text, int Number)[] changes)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(SharedData.Folder("servers/bluesky"), file));
        foreach (var (old, number) in changes) text = text.Replace(old, number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.File(file), text);
    }

    private static string? Redis() => new[] { "/usr/bin/redis-server", "/usr/local/bin/redis-server" }.FirstOrDefault(File.Exists);
}
