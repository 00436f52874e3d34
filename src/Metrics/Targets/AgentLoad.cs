using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Targets;

/// <summary>Cases in hand, by agent.</summary>
internal sealed class AgentLoad : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "agent_load", "Cases in hand, by agent",
        "Cases that an agent has at the time looked at and that are not called done: given to them last. Credit and load are of who had it then.",
        "count", null, "turns of work held by an agent at the time looked at, whenever opened", ["agent", .. Dimensions.OfWaits]);

    /// <inheritdoc/>
    public override string Rows => "Targets/Held";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override bool CutByTime => false;

    /// <inheritdoc/>
    public override bool OpenedAnyTime => true;

    /// <inheritdoc/>
    public override string? OwnGrouping => "agent";
}
