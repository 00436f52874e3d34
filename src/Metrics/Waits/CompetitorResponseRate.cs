using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>The share competitors answered in time.</summary>
internal sealed class CompetitorResponseRate : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "competitor_response_rate", "Competitors answered in time",
        "The definition of response_rate on waits that address a registered competitor, by posts alone. Only what reached us is "
        + "known of them.",
        "share", null, "episodes by posts alone of registered competitors, opened in the period, at least h old", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Waits/AnsweredWithin";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Share";

    /// <inheritdoc/>
    public override string Episodes => "Waits/SilenceEpisodes";

    /// <inheritdoc/>
    public override Subject Subject => Subject.Competitors;

    /// <inheritdoc/>
    public override bool NeedsCompetitor => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["deleted"];

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [new("within", (long)question.Within!.Value.TotalMilliseconds)];
}
