using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>How long first answers took, in bands, the unanswered beside them.</summary>
internal sealed class FirstResponseDistribution : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "frt_distribution", "How long the first answer took",
        "Episodes by the time to our first public human reply: up to 15 minutes, 1, 4, 8, 24 hours, over 24 hours, not answered. "
        + "An upper border belongs to its band.",
        "count", null, "episodes of our brands opened in the period; what happened to them counts until the time looked at", ["band"]);

    /// <inheritdoc/>
    public override string Rows => "Waits/Bands";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override string? OwnGrouping => "band";
}
