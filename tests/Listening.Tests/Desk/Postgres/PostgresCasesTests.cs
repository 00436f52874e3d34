namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresCasesTests(PostgresFixture postgres) : CasesContract(new DeskDatabase(postgres));
