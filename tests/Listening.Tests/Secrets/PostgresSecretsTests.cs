using Listening.Tests.Desk.Postgres;

namespace Listening.Tests.Secrets;

public sealed class PostgresSecretsTests(PostgresFixture postgres) : SecretsContract(new DeskDatabase(postgres));
