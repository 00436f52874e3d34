using Listening.Measuring;

namespace Listening.Metrics.Targets;

/// <summary>Cases done in time.</summary>
internal sealed class WithinSlaResolve() : WithinTarget("Targets/Resolve")
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "within_sla_resolve", "Resolved within target",
        "Met ÷ (met + missed): first called done by the instant it was to be done. Where no target speaks of resolving, no data." + OfPriorities,
        "share", true, "episodes of our brands opened in the period with a target for resolving, done in time or past it at the time looked at", Groupings);

    /// <inheritdoc/>
    public override bool OpenedAnyTime => true;
}
