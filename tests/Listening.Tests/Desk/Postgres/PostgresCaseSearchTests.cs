namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresCaseSearchTests(PostgresFixture postgres) : CaseSearchContract(new DeskDatabase(postgres));
