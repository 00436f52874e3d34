namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresPriorityTargetsTests(PostgresFixture postgres) : PriorityTargetsContract(new DeskDatabase(postgres));
