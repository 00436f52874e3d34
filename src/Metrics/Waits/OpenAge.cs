using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>How long those who wait have waited.</summary>
internal sealed class OpenAge : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "open_age", "Age of those waiting",
        "Median time that those who wait at the time looked at have waited already; the 90th percentile and the oldest stand beside "
        + "it.",
        "seconds", false, "waits for our brands open at the time looked at, whenever opened", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Waits/OpenWaits";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Quantile";

    /// <inheritdoc/>
    public override bool AtMoment => true;

    /// <inheritdoc/>
    public override string? Stays => "Waits/Stays";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["p90", "oldest"];
}
