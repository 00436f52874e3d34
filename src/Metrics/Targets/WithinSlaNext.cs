using Listening.Measuring;

namespace Listening.Metrics.Targets;

/// <summary>Later answers in time.</summary>
internal sealed class WithinSlaNext() : WithinTarget("Targets/Next")
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "within_sla_next", "Next answers within target", "As within_sla, for every wait after the first of its episode.",
        "share", true, "waits for our brands after the first of their episode, opened in the period, answered in time or past their due time at the time looked at", Groupings);
}
