namespace Listening.Tests.Desk;

public sealed class AlertsTests() : AlertsContract(new DeskFile());
