using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Posts;

/// <summary>How much of what came in was kept and sorted.</summary>
internal sealed class Coverage : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "coverage", "Coverage",
        "The share of the period's posts that have been sorted; beside it, over all sources or by source, how many lines that came in "
        + "during the period were accepted, duplicates, updates or rejected, and for how many seconds a source has brought nothing new.",
        "share", true, "posts written in the period", Dimensions.OfPosts);

    /// <inheritdoc/>
    public override Subject Subject => Subject.Posts;

    /// <inheritdoc/>
    public override string Rows => "Posts/Written";

    /// <inheritdoc/>
    public override bool ToldWithOthers => true;

    /// <inheritdoc/>
    public override string Shape => "Shapes/Share";

    /// <inheritdoc/>
    public override string? Elsewhere => "Posts/Batches";

    /// <inheritdoc/>
    public override string? ElsewhereBySource => "Posts/BatchesBySource";
}
