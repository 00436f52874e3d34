namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresAlertsTests(PostgresFixture postgres) : AlertsContract(new DeskDatabase(postgres));
