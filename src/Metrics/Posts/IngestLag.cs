using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Posts;

/// <summary>How long after it was written we had a post.</summary>
internal sealed class IngestLag : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "ingest_lag", "Ingest lag",
        "Median time from a post's instant to the moment we first stored it; the 95th and 99th percentile stand beside it. "
        + "Back-fills and imports are left out.",
        "seconds", false, "posts written in the period that came live", Dimensions.OfPosts);

    /// <inheritdoc/>
    public override Subject Subject => Subject.Posts;

    /// <inheritdoc/>
    public override string Rows => "Posts/IngestLag";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Quantile";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["p95", "p99"];
}
