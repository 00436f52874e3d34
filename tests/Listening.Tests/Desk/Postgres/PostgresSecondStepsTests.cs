namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresSecondStepsTests(PostgresFixture postgres) : SecondStepsContract(new DeskDatabase(postgres));
