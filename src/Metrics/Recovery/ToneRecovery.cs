using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Recovery;

/// <summary>Whether the tone of who complained was better after our answer.</summary>
internal sealed class ToneRecovery : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "recovery", "Tone after our answer",
        "The tone of the author's last post about us in the seven days after our first answer, against the last one up to it. Recovered: negative before, not negative after. Worsened: "
        + "negative only after. Unchanged: neither. Silent: no post in these seven days, which is not recovered. It is the tone of posts, not the opinion of people. Answers of the last seven "
        + "days are left out as too young.",
        "count", null, "episodes of our brands opened in the period, answered within 30 days and at least seven days before the time looked at", ["outcome"]);

    /// <inheritdoc/>
    public override string Rows => "Recovery/Outcomes";

    /// <inheritdoc/>
    public override string Episodes => "Recovery/Followed";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override string? OwnGrouping => "outcome";

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => RecoveryRate.Spans(question);
}
