using Listening.Collecting;

namespace Listening.Store.Projecting;

/// <summary>One stored version of a post, read back.</summary>
internal sealed record StoredVersion(UInt128 Version, ulong Seq, DateTimeOffset FirstSeen, Arrival Arrival, Post Post)
{
    /// <summary>What was concluded from its words before they were taken away; absent while they are there.</summary>
    public KeptConclusions? Kept { get; init; }

    /// <summary>What models said of it when it was stored.</summary>
    public SortedLabels Sorted { get; init; } = SortedLabels.None;
}
