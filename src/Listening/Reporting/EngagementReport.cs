namespace Listening.Reporting;

/// <summary>
/// The engagement report of one period, as it is shown, mailed and kept: pure data. Durations are seconds, shares 0 to 1, links are paths within this program.
/// </summary>
public sealed record EngagementReport
{
    /// <summary>Our brand; null for all of ours.</summary>
    public required string? Brand { get; init; }

    /// <summary>Start of the period, inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End of the period, exclusive.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>What the period is held against.</summary>
    public required ReportComparison Comparison { get; init; }

    /// <summary>The period it is held against; null where there is none, also where the first four weeks are not over when the period begins.</summary>
    public ReportPeriod? Compared { get; init; }

    /// <summary>The recorded values that the cards are held against; null where they are held against something else or are computed: with a filter, and until values are recorded.</summary>
    public ReportBaseline? Baseline { get; init; }

    /// <summary>How far the first four weeks are; null where the report is not to be held against them, and when they are over.</summary>
    public ReportLearning? Learning { get; init; }

    /// <summary>IANA id of the reporting zone.</summary>
    public required string Zone { get; init; }

    /// <summary>The search that everything was restricted by; null for none.</summary>
    public string? Filter { get; init; }

    /// <summary>Until when what happened counts.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>How fresh and complete the data is.</summary>
    public required ReportFreshness Freshness { get; init; }

    /// <summary>The version in use of each model, by task.</summary>
    public IReadOnlyDictionary<string, string> Models { get; init; } = new Dictionary<string, string>();

    /// <summary>The version of the brands that the facts were made with.</summary>
    public int Registry { get; init; }

    /// <summary>The version of calendars and targets in use.</summary>
    public int Targets { get; init; }

    /// <summary>The newest revision of the facts that any figure saw.</summary>
    public long Revision { get; init; }

    /// <summary>Everything is simulated, and what is shown or sent must say so.</summary>
    public bool Simulated { get; init; }

    /// <summary>What changed: at most three, the largest first; none where nothing is significant.</summary>
    public required IReadOnlyList<ReportSentence> Sentences { get; init; }

    /// <summary>The six cards in their order.</summary>
    public required IReadOnlyList<ReportCard> Cards { get; init; }

    /// <summary>Everything else, as tables.</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];

    /// <summary>The definition of each metric that is named, in the order of their ids.</summary>
    public IReadOnlyList<ReportDefinition> Definitions { get; init; } = [];

    /// <summary>What people wrote at dates of the period.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];
}
