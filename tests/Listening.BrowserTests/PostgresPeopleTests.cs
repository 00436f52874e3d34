using Listening.Tests.Desk.Postgres;

namespace Listening.BrowserTests;

public sealed class PostgresPeopleTests(Chromium chromium, PostgresFixture postgres) : PeopleContract(chromium)
{
    protected override async Task<ProgramServer> NewServerAsync() => new PostgresBackedServer((await postgres.FreshDatabaseAsync()).ConnectionString);
}
