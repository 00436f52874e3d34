using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Posts;

/// <summary>How much was praised.</summary>
internal sealed class Praise : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "praise", "Praise",
        "Posts written in the period that were sorted as praise and still stood at the time looked at, among all posts of the period.",
        "count", true, "posts written in the period", Dimensions.OfPosts);

    /// <inheritdoc/>
    public override Subject Subject => Subject.Posts;

    /// <inheritdoc/>
    public override string Rows => "Posts/Praise";

    /// <inheritdoc/>
    public override bool ToldWithOthers => true;

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override bool Among => true;
}
