using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Posts;

/// <summary>Which topics are new or grow.</summary>
internal sealed class TrendingTopics : Metric
{
    private static readonly TimeSpan Before = TimeSpan.FromDays(28);

    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "trending_topics", "New and growing topics",
        "Topics with a larger share of all posts with a topic than in the 28 days before the period: written about by at least three authors, with a log-likelihood ratio of at least 10.83 "
        + "(Dunning 1993; a chance of 1 in 1 000 for one topic); the 28 days need 20 posts. Beside each: its share now and before, how many posts it had before (none: it is new), and the ratio. "
        + "Reposts are left out.",
        "count", null, "posts with a topic written in the period", ["topic"]);

    /// <inheritdoc/>
    public override Subject Subject => Subject.Posts;

    /// <inheritdoc/>
    public override string Rows => "Posts/TrendingTopics";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Trend";

    /// <inheritdoc/>
    public override string? OwnGrouping => "topic";

    /// <inheritdoc/>
    public override bool Among => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> BesideEach => ["share", "share_before", "before", "ratio"];

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [new("since", question.From - Before)];
}
