namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresApiKeysTests(PostgresFixture postgres) : ApiKeysContract(new DeskDatabase(postgres));
