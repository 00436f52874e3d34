namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresSourcesTests(PostgresFixture postgres) : SourcesContract(new DeskDatabase(postgres));
