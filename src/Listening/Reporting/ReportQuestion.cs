namespace Listening.Reporting;

/// <summary>What is asked of a report.</summary>
/// <param name="Brand">Our brand; null for all of ours.</param>
/// <param name="From">Start of the period, inclusive.</param>
/// <param name="To">End of the period, exclusive.</param>
/// <param name="Comparison">What the period is held against.</param>
public sealed record ReportQuestion(string? Brand, DateTimeOffset From, DateTimeOffset To, ReportComparison Comparison = ReportComparison.Previous)
{
    /// <summary>Until when what happened counts; absent for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The search language; absent for everything.</summary>
    public string? Filter { get; init; }

    /// <summary>Whether internal posts count too; only for those who may read them.</summary>
    public bool WithInternal { get; init; }
}
