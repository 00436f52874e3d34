using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>Half of the episodes had a helpful answer by this time, the open ones counted.</summary>
internal sealed class FirstHelpful : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "first_helpful", "Median first helpful answer",
        "The estimator of the median first answer, to our first public human post in the conversation, from our first answer to the customer on, that is neither an "
        + "acknowledgement nor a link only nor a move to private (see answer_kind). Where several customers write in one conversation, a helpful post to "
        + "another of them counts too.",
        "seconds", false, "episodes of our brands opened in the period; what happened to them counts until the time looked at", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Waits/FirstHelpful";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Survival";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["answered", "deleted", "skewed"];

    /// <inheritdoc/>
    public override double? Quantile => 0.5;
}
