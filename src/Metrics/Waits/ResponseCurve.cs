using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>The share answered by each time, ours and the competitors' by the same estimator.</summary>
internal sealed class ResponseCurve : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "response_curve", "Answered by time",
        "1 − S(t) of the Kaplan–Meier curve: the share answered by time t, for us and, by brand, for each competitor; the value "
        + "is 1 − S(h). Episodes by posts alone, as what agents clicked is known of us only.",
        "share", true, "episodes by posts alone, opened in the period; what happened to them counts until the time looked at", ["brand"]);

    /// <inheritdoc/>
    public override string Rows => "Waits/SilenceEpisodes";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Curve";

    /// <inheritdoc/>
    public override Subject Subject => Subject.OursAndCompetitors;

    /// <inheritdoc/>
    public override bool CutByTime => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["answered", "deleted", "skewed"];
}
