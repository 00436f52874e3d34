namespace Listening.Tests.Desk;

public sealed class PriorityTargetsTests() : PriorityTargetsContract(new DeskFile());
