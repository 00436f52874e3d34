namespace Listening.Tests.Desk;

public sealed class ReportsTests() : ReportsContract(new DeskFile());
