namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresAuditLogTests(PostgresFixture postgres) : AuditLogContract(new DeskDatabase(postgres));
