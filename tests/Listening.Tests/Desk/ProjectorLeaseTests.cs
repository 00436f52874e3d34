namespace Listening.Tests.Desk;

public sealed class ProjectorLeaseTests() : ProjectorLeaseContract(new DeskFile());
