using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Posts;

/// <summary>How much was complained.</summary>
internal sealed class Complaints : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "complaints", "Complaints",
        "Posts written in the period that were sorted as complaints and still stood at the time looked at, among all posts of the period.",
        "count", false, "posts written in the period", Dimensions.OfPosts);

    /// <inheritdoc/>
    public override Subject Subject => Subject.Posts;

    /// <inheritdoc/>
    public override string Rows => "Posts/Complaints";

    /// <inheritdoc/>
    public override bool ToldWithOthers => true;

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override bool Among => true;
}
