using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>When we answer.</summary>
internal sealed class Answers : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "answers", "Waits answered",
        "Waits for our brands that a public human answer of ours ended in the period, whenever they opened, by the hour of the week of the "
        + "answer in the reporting zone.",
        "count", null, "waits of our brands answered in the period", ["hour_of_week"]);

    /// <inheritdoc/>
    public override string Rows => "Waits/Answers";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override string? OwnGrouping => "hour_of_week";

    /// <inheritdoc/>
    public override bool CutByTime => false;

    /// <inheritdoc/>
    public override bool OpenedAnyTime => true;
}
