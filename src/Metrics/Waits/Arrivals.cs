using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>When customers begin to wait.</summary>
internal sealed class Arrivals : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "arrivals", "New waits",
        "Waits for our brands that opened in the period, by the hour of the week in the reporting zone: '1 09' is Monday from 9 to 10.",
        "count", null, "waits of our brands opened in the period", ["hour_of_week"]);

    /// <inheritdoc/>
    public override string Rows => "Waits/Arrivals";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override string? OwnGrouping => "hour_of_week";
}
