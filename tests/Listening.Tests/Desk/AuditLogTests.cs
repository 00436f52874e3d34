namespace Listening.Tests.Desk;

public sealed class AuditLogTests() : AuditLogContract(new DeskFile());
