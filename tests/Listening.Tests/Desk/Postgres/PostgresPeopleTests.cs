namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresPeopleTests(PostgresFixture postgres) : PeopleContract(new DeskDatabase(postgres));
