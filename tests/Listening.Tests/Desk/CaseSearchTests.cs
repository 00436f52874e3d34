namespace Listening.Tests.Desk;

public sealed class CaseSearchTests() : CaseSearchContract(new DeskFile());
