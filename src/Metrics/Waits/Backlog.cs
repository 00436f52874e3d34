using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>Who waits now.</summary>
internal sealed class Backlog : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "backlog", "Waiting now",
        "Customers who wait for us at the time looked at: opened by then, and neither answered, called done nor deleted by then, "
        + "whenever they opened. In a series, at the end of each bucket.",
        "count", false, "waits for our brands open at the time looked at, whenever opened", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Waits/OpenWaits";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override bool AtMoment => true;

    /// <inheritdoc/>
    public override string? Changes => "Waits/Changes";

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [new("counts_from", 0L)];
}
