namespace Listening.Findings;

/// <summary>What a series counts, which says how its change is tested and told.</summary>
public enum SeriesKind
{
    /// <summary>Things that happened; <see cref="SeriesDay.Hits"/> counts them.</summary>
    Count,

    /// <summary>Hits among n.</summary>
    Share,

    /// <summary>
    /// Hits are those of n that took no longer than the median of the weeks before: the median test (Mood, Introduction to the Theory of Statistics, 1950;
    /// Brown and Mood 1951), which waits that are still open take part in. The medians themselves are put in by who asks.
    /// </summary>
    Time,
}
