using Listening.Store.Engine;

namespace Listening.Tests.Store.Engine.Server;

/// <summary>The tests' engine as a server, met by the first test that wants a database there.</summary>
internal sealed class ServerEngine(EngineFixture engine) : ITestEngine
{
    public async Task<(string Name, IClickHouse ClickHouse)> FreshDatabaseAsync()
    {
        var fresh = await (await engine.FrontAsync()).FreshDatabaseAsync();
        return (fresh.Database!, fresh);
    }
}
