using Listening.Tests.Desk.Postgres;

namespace Listening.Tests.OpenId;

public sealed class PostgresRoundTripTests(PostgresFixture postgres) : RoundTripContract
{
    protected override async Task<string?> StoreAsync() => (await postgres.FreshDatabaseAsync()).ConnectionString;
}
