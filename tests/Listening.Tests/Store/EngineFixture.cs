using Listening.Store.Engine;
using Listening.Tests.Store;
using Listening.Tests.Store.Engine.Server;
using Xunit;

[assembly: AssemblyFixture(typeof(EngineFixture))]

namespace Listening.Tests.Store;

/// <summary>The one engine of the test process, in a temporary folder; each test class asks for databases of its own.</summary>
public sealed class EngineFixture : ITestEngine, IAsyncLifetime
{
    /// <summary>The engine's directory.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "listening-engine-" + Guid.NewGuid().ToString("N")[..12]);
    private readonly Lazy<EmbeddedEngine> engine;
    private readonly Lazy<Task<FrontEngine>> front;

    public EngineFixture()
    {
        front = new(() => FrontEngine.StartAsync(this));
        engine = new(() => EmbeddedEngine.Open(new EmbeddedOptions { Directory = Folder, MemoryLimitBytes = 4L << 30 }));
    }

    /// <summary>Opened by the first test that wants it.</summary>
    public EmbeddedEngine Engine => engine.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>An empty database that nobody else has.</summary>
    public Task<EmbeddedClickHouse> FreshDatabaseAsync()
    {
        var name = "test_" + Guid.NewGuid().ToString("N")[..16];
        return Task.Run(() => Engine.Database(name));
    }

    // LISTENING_TEST_STORE=server sends all tests of the store over HTTP.
    async Task<(string Name, IClickHouse ClickHouse)> ITestEngine.FreshDatabaseAsync()
    {
        if (Environment.GetEnvironmentVariable("LISTENING_TEST_STORE") == "server")
            return await new ServerEngine(this).FreshDatabaseAsync();
        var fresh = await FreshDatabaseAsync();
        return (fresh.Database, fresh);
    }

    /// <summary>The same engine as a server over HTTPS, started by the first test that wants it.</summary>
    internal Task<FrontEngine> FrontAsync() => front.Value;

    public async ValueTask DisposeAsync()
    {
        if (front.IsValueCreated)
            await (await front.Value).DisposeAsync();
        if (engine.IsValueCreated)
            await Engine.DisposeAsync();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
