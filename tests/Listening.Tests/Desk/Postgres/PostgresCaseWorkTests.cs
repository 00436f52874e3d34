namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresCaseWorkTests(PostgresFixture postgres) : CaseWorkContract(new DeskDatabase(postgres));
