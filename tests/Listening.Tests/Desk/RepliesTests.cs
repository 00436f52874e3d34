namespace Listening.Tests.Desk;

public sealed class RepliesTests() : RepliesContract(new DeskFile());
