using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Targets;

/// <summary>Customers answered, by agent.</summary>
internal sealed class AgentReplies : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "agent_replies", "Customers answered, by agent",
        "Customers whom an agent answered from here in the period; whoever replied has the credit, whoever had the case.",
        "count", null, "turns of work with an answer sent from here in the period, whenever opened", ["agent", .. Dimensions.OfWaits]);

    /// <inheritdoc/>
    public override string Rows => "Targets/RepliedBy";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override bool CutByTime => false;

    /// <inheritdoc/>
    public override bool OpenedAnyTime => true;

    /// <inheritdoc/>
    public override string? OwnGrouping => "agent";
}
