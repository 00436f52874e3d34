using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>The share answered in time among those old enough.</summary>
internal sealed class ResponseRate : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "response_rate", "Answered in time",
        "Answered within h ÷ episodes whose age at the time looked at is at least h. Younger ones are left out on both sides and counted as too "
        + "young.",
        "share", true, "episodes of our brands opened in the period; what happened to them counts until the time looked at, at least h old", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Waits/AnsweredWithin";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Share";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["deleted"];

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [new("within", (long)question.Within!.Value.TotalMilliseconds)];
}
