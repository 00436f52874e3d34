using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Races;

/// <summary>Episodes that a competitor answered within 72 h and we did not.</summary>
internal sealed class CompetitorOnly : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "race_competitor_only", "Only a competitor answered",
        "Episodes that a competitor answered within 72 h and we did not. Between us and registered competitors; without one, no "
        + "data.",
        "count", false, "episodes by posts alone of our brands, opened in the period", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Races/Outcome";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override bool Among => true;

    /// <inheritdoc/>
    public override bool NeedsCompetitor => true;

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [new("outcome", "competitor_only"), new("race", (long)rules.Race.TotalMilliseconds)];
}
