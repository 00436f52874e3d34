using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Posts;

/// <summary>Whether the tone leans to good or to bad.</summary>
internal sealed class NetSentiment : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "net_sentiment", "Net tone",
        "(Positive − negative) ÷ all sorted posts, from −1 to 1: the tone of the posts, not the opinion of us. Posts that nothing has sorted "
        + "are left out.",
        "share", true, "posts written in the period whose tone has been sorted", Dimensions.OfPosts);

    /// <inheritdoc/>
    public override Subject Subject => Subject.Posts;

    /// <inheritdoc/>
    public override string Rows => "Posts/Toned";

    /// <inheritdoc/>
    public override bool ToldWithOthers => true;

    /// <inheritdoc/>
    public override string Shape => "Shapes/Balance";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["positive", "negative"];
}
