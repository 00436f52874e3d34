namespace Listening.Tests.Desk;

public sealed class DeskTalkTests() : DeskTalkContract(new DeskFile());
