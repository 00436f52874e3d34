using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Races;

/// <summary>How often a competitor came first.</summary>
internal sealed class InterceptionRate : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "interception_rate", "Intercepted by a competitor",
        "(competitor first + competitor only) ÷ (own first + competitor first + competitor only); the share that nobody answered "
        + "stands beside it. Without a registered competitor, no data.",
        "share", false, "episodes by posts alone of our brands, opened in the period, answered by somebody within 72 h", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Races/Interception";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Share";

    /// <inheritdoc/>
    public override bool NeedsCompetitor => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["nobody"];

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [new("race", (long)rules.Race.TotalMilliseconds)];
}
