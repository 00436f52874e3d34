using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Targets;

/// <summary>Time to last resolve.</summary>
internal sealed class ResolveFull : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "resolve_full", "Time to last resolve",
        "From the opening until the case was called done for the last time, returns within seven days included: plain median. What is open again is left out and counted.",
        "seconds", false, "turns of work called done for the last time in the period, whenever opened", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Targets/LastResolve";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Quantile";

    /// <inheritdoc/>
    public override bool CutByTime => false;

    /// <inheritdoc/>
    public override bool OpenedAnyTime => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["p90"];
}
