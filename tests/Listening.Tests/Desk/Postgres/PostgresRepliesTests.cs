namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresRepliesTests(PostgresFixture postgres) : RepliesContract(new DeskDatabase(postgres));
