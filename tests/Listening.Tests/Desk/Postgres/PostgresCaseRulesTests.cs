namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresCaseRulesTests(PostgresFixture postgres) : CaseRulesContract(new DeskDatabase(postgres));
