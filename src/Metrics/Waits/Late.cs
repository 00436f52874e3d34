using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>Who waits longer than the target.</summary>
internal sealed class Late : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "backlog_late", "Late now",
        "Customers who wait for us at the time looked at and have waited longer than the target already (Reporting:AnswerWithin, or the h asked). "
        + "Until calendars come every hour counts. In a series, at the end of each bucket.",
        "count", false, "waits for our brands open at the time looked at, whenever opened", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Waits/Late";

    /// <inheritdoc/>
    public override string Shape => "Shapes/CountPast";

    /// <inheritdoc/>
    public override bool AtMoment => true;

    /// <inheritdoc/>
    public override bool Among => true;

    /// <inheritdoc/>
    public override string? Changes => "Waits/Changes";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["target"];

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules)
    {
        var within = (long)question.Within!.Value.TotalMilliseconds;
        return [new("within", within), new("counts_from", within + 1)];
    }
}
