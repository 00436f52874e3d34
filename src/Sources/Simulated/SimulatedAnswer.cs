namespace Listening.Sources.Simulated;

/// <summary>What a brand's answer is worth.</summary>
internal enum SimulatedAnswer
{
    /// <summary>It deals with the matter.</summary>
    Solution,

    /// <summary>Please write in private.</summary>
    Private,

    /// <summary>It was read.</summary>
    Acknowledged,

    /// <summary>A link and nothing else.</summary>
    Link,

    /// <summary>An empty phrase.</summary>
    Hollow,
}
