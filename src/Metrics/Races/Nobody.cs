using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Races;

/// <summary>Episodes that neither we nor a competitor had answered 72 h after their opening.</summary>
internal sealed class Nobody() : RaceOutcome("nobody")
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "race_nobody", "Nobody answered",
        "Episodes that neither we nor a competitor had answered 72 h after their opening. Between us and registered competitors; "
        + "without one, no data.",
        "count", false, "episodes by posts alone of our brands, opened in the period", Dimensions.OfWaits);
}
