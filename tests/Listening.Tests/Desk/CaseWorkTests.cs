namespace Listening.Tests.Desk;

public sealed class CaseWorkTests() : CaseWorkContract(new DeskFile());
