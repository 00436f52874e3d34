namespace Listening.Reporting;

/// <summary>How fresh and complete a report's data is: "data to 10:42, 5 of 5 sources, 98.7 % classified".</summary>
public sealed record ReportFreshness
{
    /// <summary>When the newest post that is counted was posted; null when none is.</summary>
    public required DateTimeOffset? DataTo { get; init; }

    /// <summary>How many sources are asked and give everything.</summary>
    public required int Healthy { get; init; }

    /// <summary>How many sources are set up and not paused.</summary>
    public required int Sources { get; init; }

    /// <summary>The share of the period's posts that are sorted; null without posts.</summary>
    public required double? Classified { get; init; }

    /// <summary>The posts of the period.</summary>
    public required long Posts { get; init; }

    /// <summary>Sources that lack something of the period, and why.</summary>
    public IReadOnlyList<ReportFault> Faults { get; init; } = [];
}
