namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresTargetsVersionsTests(PostgresFixture postgres) : TargetsVersionsContract(new DeskDatabase(postgres));
