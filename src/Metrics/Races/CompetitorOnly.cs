using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Races;

/// <summary>Episodes that a competitor answered within 72 h and we did not.</summary>
internal sealed class CompetitorOnly() : RaceOutcome("competitor_only")
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "race_competitor_only", "Only a competitor answered",
        "Episodes that a competitor answered within 72 h and we did not. Between us and registered competitors; without one, no "
        + "data.",
        "count", false, "episodes by posts alone of our brands, opened in the period", Dimensions.OfWaits);
}
