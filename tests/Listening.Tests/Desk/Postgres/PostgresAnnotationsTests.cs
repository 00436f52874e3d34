namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresAnnotationsTests(PostgresFixture postgres) : AnnotationsContract(new DeskDatabase(postgres));
