using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>Half of the episodes were answered by this time, the open ones counted.</summary>
internal sealed class FirstResponseTime : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "frt", "Median first answer",
        "Kaplan–Meier median of the time from the opening customer post to our first public human reply, every still open episode "
        + "censored at its age and those deleted unanswered at their deletion; \"> x\" where the curve does not reach one half.",
        "seconds", false, "episodes of our brands opened in the period; what happened to them counts until the time looked at", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Waits/FirstWaits";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Survival";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["answered", "deleted", "skewed"];

    /// <inheritdoc/>
    public override double? Quantile => 0.5;
}
