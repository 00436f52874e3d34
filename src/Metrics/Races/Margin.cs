using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Races;

/// <summary>How far ahead of competitors we are.</summary>
internal sealed class Margin : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "margin", "Lead over the first competitor",
        "Signed time from our first reply to the first competitor's: plain median over the episodes that both answered, negative "
        + "when they were first; the others are counted beside it.",
        "seconds", true, "episodes by posts alone of our brands, opened in the period, answered by both", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Races/Margin";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Quantile";

    /// <inheritdoc/>
    public override bool NeedsCompetitor => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["others"];

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [new("race", (long)rules.Race.TotalMilliseconds)];
}
