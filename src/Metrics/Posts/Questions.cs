using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Posts;

/// <summary>How much was asked.</summary>
internal sealed class Questions : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "questions", "Questions",
        "Posts written in the period that were sorted as questions and still stood at the time looked at, among all posts of the period.",
        "count", null, "posts written in the period", Dimensions.OfPosts);

    /// <inheritdoc/>
    public override Subject Subject => Subject.Posts;

    /// <inheritdoc/>
    public override string Rows => "Posts/Questions";

    /// <inheritdoc/>
    public override bool ToldWithOthers => true;

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override bool Among => true;
}
