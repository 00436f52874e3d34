using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>Nine in ten episodes were answered by this time, the open ones counted.</summary>
internal sealed class FirstResponseTimeNinety : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "frt_p90", "9 in 10 first answers",
        "The estimator of the median first answer at 0.9: the smallest time at which at most one in ten still waits.",
        "seconds", false, "episodes of our brands opened in the period; what happened to them counts until the time looked at", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Waits/FirstWaits";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Survival";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["answered", "deleted", "skewed"];

    /// <inheritdoc/>
    public override double? Quantile => 0.9;
}
