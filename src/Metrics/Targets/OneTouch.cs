using Listening.Conversations;
using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Targets;

/// <summary>Settled by one answer.</summary>
internal sealed class OneTouch : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "one_touch", "Settled by one answer",
        "First called done in the period with exactly one public answer, and not taken up again within seven days ÷ all first called done in the period. "
        + "Those called done less than seven days ago are left out and counted as too young.",
        "share", true, "turns of work first called done in the period, at least seven days before the time looked at", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Targets/OneTouch";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Share";

    /// <inheritdoc/>
    public override bool CutByTime => false;

    /// <inheritdoc/>
    public override bool OpenedAnyTime => true;

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [new("settles", (long)ConversationWork.Return.TotalMilliseconds)];
}
