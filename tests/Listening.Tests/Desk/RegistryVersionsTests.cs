namespace Listening.Tests.Desk;

public sealed class RegistryVersionsTests() : RegistryVersionsContract(new DeskFile());
