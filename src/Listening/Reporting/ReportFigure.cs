namespace Listening.Reporting;

/// <summary>One number of a report; n = 0 is no data, and its value null.</summary>
/// <param name="Metric">The metric's id.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Unit"><c>seconds</c>, <c>share</c> or <c>count</c>.</param>
/// <param name="Value">The number; null where there is no data, or where a quantile was not reached (see <see cref="GreaterThan"/>).</param>
/// <param name="N">How many rows it rests on: the length of its list.</param>
public sealed record ReportFigure(string Metric, string Title, string Unit, double? Value, long N)
{
    /// <summary>For a count, among how many: "3 of 412".</summary>
    public long? Of { get; init; }

    /// <summary>The largest observed time where too many still wait: "&gt; x".</summary>
    public double? GreaterThan { get; init; }

    /// <summary>Against the period it is compared with; null without one.</summary>
    public ReportChange? Change { get; init; }

    /// <summary>Where its posts are; null where the figure has no list of its own.</summary>
    public string? Link { get; init; }
}
