namespace Listening.Tests.Desk;

public sealed class CaseRulesTests() : CaseRulesContract(new DeskFile());
