namespace Listening.Tests.Desk;

public sealed class CasesTests() : CasesContract(new DeskFile());
