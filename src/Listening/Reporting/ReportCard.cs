namespace Listening.Reporting;

/// <summary>One of the six cards.</summary>
public sealed record ReportCard
{
    /// <summary>Its name: <c>complaints</c>, <c>within_hour</c>, <c>first_answer</c>, <c>race</c>, <c>recovery</c>, <c>backlog</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its heading.</summary>
    public required string Title { get; init; }

    /// <summary>The figure that is written large.</summary>
    public required ReportFigure Figure { get; init; }

    /// <summary>What stands beside it.</summary>
    public IReadOnlyList<ReportFigure> Beside { get; init; } = [];

    /// <summary>The figure over the period, by day or week.</summary>
    public IReadOnlyList<ReportPoint> Sparkline { get; init; } = [];

    /// <summary>What it should be; null where nobody says.</summary>
    public ReportTarget? Target { get; init; }

    /// <summary>Rows of the period that are in no cohort, by reason.</summary>
    public IReadOnlyDictionary<string, long> LeftOut { get; init; } = new Dictionary<string, long>();

    /// <summary>The definition in one sentence.</summary>
    public required string Definition { get; init; }
}
