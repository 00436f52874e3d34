namespace Listening.Tests.Desk;

public sealed class FrozenWeeksTests() : FrozenWeeksContract(new DeskFile());
