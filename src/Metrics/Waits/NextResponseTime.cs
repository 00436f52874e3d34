using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>How long later waits of an episode took.</summary>
internal sealed class NextResponseTime : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "nrt", "Median next answer",
        "Plain median of the time a customer waited for every answer after the first of the episode; only closed waits count, "
        + "several replies in a row are one.",
        "seconds", false, "closed waits after the first of their episode, opened in the period", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Waits/LaterWaits";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Quantile";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["p90"];
}
