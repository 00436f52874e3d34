namespace Listening.Tests.Desk;

public sealed class TargetsVersionsTests() : TargetsVersionsContract(new DeskFile());
