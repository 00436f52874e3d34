namespace Listening.Tests.Desk;

public sealed class SourcesTests() : SourcesContract(new DeskFile());
