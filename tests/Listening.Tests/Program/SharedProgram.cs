using Xunit;

namespace Listening.Tests.Program;

/// <summary>Tests that share one running program.</summary>
[CollectionDefinition(Name)]
public sealed class SharedProgram : ICollectionFixture<GoldenProgram>
{
    public const string Name = "golden program";
}
