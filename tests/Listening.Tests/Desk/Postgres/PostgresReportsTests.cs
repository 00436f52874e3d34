namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresReportsTests(PostgresFixture postgres) : ReportsContract(new DeskDatabase(postgres));
