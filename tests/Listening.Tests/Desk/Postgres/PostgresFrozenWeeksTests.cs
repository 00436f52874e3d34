namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresFrozenWeeksTests(PostgresFixture postgres) : FrozenWeeksContract(new DeskDatabase(postgres));
