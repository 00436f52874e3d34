namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresDeskTalkTests(PostgresFixture postgres) : DeskTalkContract(new DeskDatabase(postgres));
