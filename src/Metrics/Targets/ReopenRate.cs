using Listening.Conversations;
using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Targets;

/// <summary>Came back after being resolved.</summary>
internal sealed class ReopenRate : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "reopen_rate", "Came back after being resolved",
        "Taken up again within seven days of the first resolve, by an agent or because the customer wrote again ÷ turns of work first called done in the period. "
        + "Those called done less than seven days ago are left out and counted as too young.",
        "share", false, "turns of work first called done in the period, at least seven days before the time looked at", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Targets/Settled";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Share";

    /// <inheritdoc/>
    public override bool CutByTime => false;

    /// <inheritdoc/>
    public override bool OpenedAnyTime => true;

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [new("settles", (long)ConversationWork.Return.TotalMilliseconds)];
}
