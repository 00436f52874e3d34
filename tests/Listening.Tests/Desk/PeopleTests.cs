namespace Listening.Tests.Desk;

public sealed class PeopleTests() : PeopleContract(new DeskFile());
