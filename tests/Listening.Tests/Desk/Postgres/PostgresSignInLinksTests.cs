namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresSignInLinksTests(PostgresFixture postgres) : SignInLinksContract(new DeskDatabase(postgres));
