namespace Listening.Tests.Desk;

public sealed class SecondStepsTests() : SecondStepsContract(new DeskFile());
