using Listening.Measuring;

namespace Listening.Metrics.Targets;

/// <summary>First answers in time.</summary>
internal sealed class WithinSla() : WithinTarget("Targets/First")
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "within_sla", "First answer within target",
        "Met ÷ (met + missed): first public human reply by the instant it was due, by the target and calendar in force when the customer wrote. Not due yet and not answered, "
        + "and deleted before it was due, is left out. Until targets are set a complaint is due in an hour and a question in four, day and night; how many had only these stands beside." + OfPriorities,
        "share", true, "episodes of our brands opened in the period, answered in time or past their due time at the time looked at", Groupings);
}
