using Xunit;

namespace Listening.BrowserTests;

/// <summary>The tests of the triage screen share one program and take turns.</summary>
[CollectionDefinition(Name)]
public sealed class TriageRoom : ICollectionFixture<TriageServer>
{
    public const string Name = "triage";
}
