using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Races;

/// <summary>Episodes that we answered within 72 h and no competitor earlier.</summary>
internal sealed class OwnFirst() : RaceOutcome("own_first")
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "race_own_first", "We answered first",
        "Episodes that we answered within 72 h and no competitor earlier. Between us and registered competitors; without one, no "
        + "data.",
        "count", true, "episodes by posts alone of our brands, opened in the period", Dimensions.OfWaits);
}
