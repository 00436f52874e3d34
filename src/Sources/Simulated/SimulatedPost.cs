using Listening.Classifying;
using Listening.Collecting;

namespace Listening.Sources.Simulated;

/// <summary>One version of a post of the simulated world, which knows what it meant by it.</summary>
/// <param name="Post">The post as it is from <see cref="At"/> on.</param>
/// <param name="Intent">What it is to the brand.</param>
/// <param name="Topic">What it is about, in snake case.</param>
public sealed record SimulatedPost(Post Post, Intent Intent, string Topic)
{
    /// <summary>When this version came to be: written, edited or taken away.</summary>
    public DateTimeOffset At => Post.DeletedAt ?? Post.EditedAt ?? Post.SourcePostedAt;

    /// <summary>The tone: <c>negative</c> for a complaint, <c>positive</c> for praise and thanks, else <c>neutral</c>.</summary>
    public required string Sentiment { get; init; }

    /// <summary>
    /// The labels that stand for a model's here, so that a thank-you opens no wait: the same at every telling. What a brand writes has a topic and no tone.
    /// </summary>
    public IReadOnlyList<PostLabel> Labels() => Post switch
    {
        { DeletedAt: not null } => [],
        { Author.BrandAccount: true } => [Label("topic", Topic)],
        _ => [Label("intent", Intent.ToString().ToLowerInvariant()), Label("sentiment", Sentiment), Label("topic", Topic)],
    };

    /// <summary>It as it is stored: with its labels, which no model takes the place of.</summary>
    public CollectedPost Collected(DateTimeOffset firstSeen, Arrival arrival) => new(Post, firstSeen, arrival) { Labels = Labels() };

    private PostLabel Label(string task, string value) => new(Post.Identity, task, value, ByPerson: false, Post.SourcePostedAt, Confidence: 1, Model: "simulated");
}
