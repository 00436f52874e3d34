namespace Listening.Findings;

/// <summary>What may have changed.</summary>
/// <param name="Metric">The metric's id.</param>
/// <param name="Group">One value of a dimension that the series speaks of, for example a topic; null for all.</param>
/// <param name="Title">As a sentence calls it: "Complaints", "The median first answer".</param>
/// <param name="Kind">What it counts.</param>
/// <param name="HigherIsBetter">The direction; null where neither is.</param>
/// <param name="Days">The buckets in order without a hole: the period's at the end, at least four weeks before them.</param>
/// <param name="Period">How many of the buckets, from the end, are the period.</param>
public sealed record FindingSeries(
    string Metric, string? Group, string Title, SeriesKind Kind, bool? HigherIsBetter, IReadOnlyList<SeriesDay> Days, int Period)
{
    /// <summary>How many days a bucket has: 1 or 7.</summary>
    public int BucketDays { get; init; } = 1;
}
