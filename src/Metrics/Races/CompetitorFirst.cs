using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Races;

/// <summary>Episodes that a competitor answered first and we later, both within 72 h.</summary>
internal sealed class CompetitorFirst() : RaceOutcome("competitor_first")
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "race_competitor_first", "A competitor answered first",
        "Episodes that a competitor answered first and we later, both within 72 h. Between us and registered competitors; without "
        + "one, no data.",
        "count", false, "episodes by posts alone of our brands, opened in the period", Dimensions.OfWaits);
}
