namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresRegistryVersionsTests(PostgresFixture postgres) : RegistryVersionsContract(new DeskDatabase(postgres));
