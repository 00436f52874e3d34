using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Targets;

/// <summary>First answer of an agent.</summary>
internal sealed class AgentFirstReplyTime : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "agent_frt", "First answer of an agent",
        "From when the agent could see the customer's post (it had come in, and the case was given to them if that was later) "
        + "to that agent's answer, sent from here, where it was the first: plain median. What came in only after its answer, as imported posts do, has no such time and is left out, "
        + "unless it was given to the agent before.",
        "seconds", false, "turns of work whose first answer from here was sent in the period, whenever opened", ["agent", .. Dimensions.OfWaits]);

    /// <inheritdoc/>
    public override string Rows => "Targets/AgentFirstReply";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Quantile";

    /// <inheritdoc/>
    public override bool CutByTime => false;

    /// <inheritdoc/>
    public override bool OpenedAnyTime => true;

    /// <inheritdoc/>
    public override string? OwnGrouping => "agent";
}
