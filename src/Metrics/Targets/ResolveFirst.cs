using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Targets;

/// <summary>Time to first resolve.</summary>
internal sealed class ResolveFirst : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "resolve_first", "Time to first resolve",
        "From the opening until the case was first called done: plain median.",
        "seconds", false, "turns of work first called done in the period, whenever opened", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Targets/FirstResolve";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Quantile";

    /// <inheritdoc/>
    public override bool CutByTime => false;

    /// <inheritdoc/>
    public override bool OpenedAnyTime => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["p90"];
}
