using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Targets;

/// <summary>Cases resolved, by agent.</summary>
internal sealed class AgentResolves : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "agent_resolves", "Cases resolved, by agent",
        "Cases that an agent called done in the period.",
        "count", null, "turns of work called done in the period, whenever opened", ["agent", .. Dimensions.OfWaits]);

    /// <inheritdoc/>
    public override string Rows => "Targets/ResolvedBy";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override bool CutByTime => false;

    /// <inheritdoc/>
    public override bool OpenedAnyTime => true;

    /// <inheritdoc/>
    public override string? OwnGrouping => "agent";
}
