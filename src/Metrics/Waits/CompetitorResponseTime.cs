using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>How fast competitors answer those who address them.</summary>
internal sealed class CompetitorResponseTime : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "competitor_frt", "Competitors' median first answer",
        "The estimator of the median first answer, on waits that address a registered competitor, by posts alone. Only what reached us is known of "
        + "them.",
        "seconds", null, "episodes by posts alone of registered competitors, opened in the period", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Waits/SilenceEpisodes";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Survival";

    /// <inheritdoc/>
    public override Subject Subject => Subject.Competitors;

    /// <inheritdoc/>
    public override bool NeedsCompetitor => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["answered", "deleted", "skewed"];

    /// <inheritdoc/>
    public override double? Quantile => 0.5;
}
