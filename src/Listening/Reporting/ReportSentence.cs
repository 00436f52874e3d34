namespace Listening.Reporting;

/// <summary>What changed, in a sentence that was computed.</summary>
/// <param name="Text">For people: what, since when, how much, of how many.</param>
/// <param name="Metric">The metric's id.</param>
/// <param name="Link">Where the posts behind it are.</param>
public sealed record ReportSentence(string Text, string Metric, string Link)
{
    /// <summary>Better, worse, or neither where more is neither good nor bad.</summary>
    public ChangeWord Word { get; init; }

    /// <summary>Since when, as a date of the reporting zone.</summary>
    public DateOnly Since { get; init; }

    /// <summary>The value before.</summary>
    public double? Before { get; init; }

    /// <summary>The value since then.</summary>
    public double? After { get; init; }

    /// <summary>How many rows the value since then rests on.</summary>
    public long N { get; init; }
}
