using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Races;

/// <summary>Episodes that we answered within 72 h and no competitor earlier.</summary>
internal sealed class OwnFirst : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "race_own_first", "We answered first",
        "Episodes that we answered within 72 h and no competitor earlier. Between us and registered competitors; without one, no "
        + "data.",
        "count", true, "episodes by posts alone of our brands, opened in the period", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Races/Outcome";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override bool Among => true;

    /// <inheritdoc/>
    public override bool NeedsCompetitor => true;

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [new("outcome", "own_first"), new("race", (long)rules.Race.TotalMilliseconds)];
}
