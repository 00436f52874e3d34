using Listening.Store.Engine;

namespace Listening.Tests.Store.Engine;

public sealed class EmbeddedClickHouseTests(EngineFixture engine) : ClickHouseContract
{
    protected override async Task<IClickHouse> OpenAsync() => await engine.FreshDatabaseAsync();
}
