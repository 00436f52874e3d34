using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Races;

/// <summary>Episodes that neither we nor a competitor had answered 72 h after their opening.</summary>
internal sealed class Nobody : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "race_nobody", "Nobody answered",
        "Episodes that neither we nor a competitor had answered 72 h after their opening. Between us and registered competitors; "
        + "without one, no data.",
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
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [new("outcome", "nobody"), new("race", (long)rules.Race.TotalMilliseconds)];
}
