namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresProjectorLeaseTests(PostgresFixture postgres) : ProjectorLeaseContract(new DeskDatabase(postgres));
