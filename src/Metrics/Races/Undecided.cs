using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Races;

/// <summary>Episodes younger than 72 h that we have not answered.</summary>
internal sealed class Undecided() : RaceOutcome("open")
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "race_open", "Not decided yet",
        "Episodes younger than 72 h that we have not answered. Between us and registered competitors; without one, no data.",
        "count", null, "episodes by posts alone of our brands, opened in the period", Dimensions.OfWaits);
}
