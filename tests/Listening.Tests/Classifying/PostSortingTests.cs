using Listening.Classifying;
using Listening.Collecting;
using Listening.Storing;
using Xunit;

namespace Listening.Tests.Classifying;

public sealed class PostSortingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_public_post_has_intent_topic_and_tone_and_an_internal_one_its_use_case()
    {
        Assert.Equal(["intent", "needs_answer", "language", "sentiment", "topic"], TasksOf(Some.Post()));
        Assert.Equal(["language", "sentiment", "use_case"], TasksOf(Some.Post() with { Audience = Audience.Internal }));
        Assert.Equal(["answer_kind", "intent", "needs_answer", "language", "sentiment", "topic"], TasksOf(Some.Post() with { InReplyTo = "1" }));
    }

    [Fact]
    public void Labels_that_a_post_brought_stay_and_a_deletion_has_none()
    {
        var brought = new PostLabel(Some.Post().Identity, "intent", "praise", false, Noon, 1, "simulated");
        var sorted = Sort(new(Some.Post(), Noon, Arrival.Live) { Labels = [brought] }, new(Some.Post() with { DeletedAt = Noon }, Noon, Arrival.Live), new(Some.Post(), Noon, Arrival.Live));
        Assert.Equal([brought], sorted[0].Labels!);
        Assert.Null(sorted[1].Labels);
        Assert.Equal(5, sorted[2].Labels!.Count);
    }

    [Fact]
    public void Every_post_of_a_large_batch_gets_its_own_labels_in_its_place()
    {
        var posts = Enumerable.Range(0, 5_000).Select(number => new CollectedPost(Some.Post(text: $"{number}"), Noon, Arrival.Live)).ToArray();
        var sorted = Sort(posts);
        Assert.Equal(posts.Select(post => post.Post), sorted.Select(post => post.Post));
        Assert.All(sorted, post => Assert.All(post.Labels!, label => Assert.Equal((post.Post.Identity, post.Post.Text), (label.Post, label.Value))));
    }

    private static string[] TasksOf(Post post) => [.. Sort(new CollectedPost(post, Noon, Arrival.Live))[0].Labels!.Select(label => label.Task)];

    private static IReadOnlyList<CollectedPost> Sort(params CollectedPost[] posts) =>
        new PostSorting(new Everything()).Sort(new PostBatch(posts), TestContext.Current.CancellationToken).Posts;

    private sealed class Everything : IPostClassifier
    {
        private static readonly string[] Tasks = ["answer_kind", "intent", "needs_answer", "language", "sentiment", "topic", "use_case"];

        public IReadOnlyList<PostLabel> Classify(IReadOnlyList<Post> posts, CancellationToken cancellationToken) =>
            [.. posts.SelectMany(post => Tasks.Select(task => new PostLabel(post.Identity, task, post.Text, false, Noon, 0.5f, "m")))];
    }
}
