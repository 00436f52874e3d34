using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Posts;

/// <summary>How much was written.</summary>
internal sealed class PostsWritten : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "posts", "Posts",
        "Posts written in the period that still stood at the time looked at, reposts included; deleted ones are left out and counted beside.",
        "count", null, "posts written in the period", Dimensions.OfPosts);

    /// <inheritdoc/>
    public override Subject Subject => Subject.Posts;

    /// <inheritdoc/>
    public override string Rows => "Posts/Written";

    /// <inheritdoc/>
    public override bool ToldWithOthers => true;

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";
}
