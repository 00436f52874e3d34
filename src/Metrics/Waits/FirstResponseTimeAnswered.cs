using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>The median of those that were answered, which flatters: shown only beside frt.</summary>
internal sealed class FirstResponseTimeAnswered : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "frt_answered", "Median first answer, answered ones only",
        "Plain median of the time to our first public human reply, over the answered episodes only; never shown without the median first answer "
        + "beside it.",
        "seconds", false, "answered episodes of our brands opened in the period; what happened to them counts until the time looked at", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Waits/AnsweredOnly";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Quantile";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["p90"];
}
