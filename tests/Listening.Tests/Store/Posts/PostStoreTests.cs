using Listening.Collecting;
using Listening.Storing;
using Xunit;

namespace Listening.Tests.Store.Posts;

/// <summary>Nothing is lost and nothing is counted twice.</summary>
public abstract class PostStoreTests(ITestEngine engine)
{
    private static readonly DateTimeOffset Seen = Some.Instant.AddMinutes(1);

    [Fact]
    public async Task A_receipt_tells_new_posts_new_versions_and_duplicates_apart_inside_a_batch_and_between_batches()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var post = Live("1", "One");
        var edited = post with { Post = post.Post with { Text = "Two", EditedAt = Seen } };
        Assert.Equal(new StoreReceipt(2, 1, 1), await store.StoreAsync(post, post, edited, Live("2", "Other")));
        Assert.Equal(new StoreReceipt(0, 2, 0), await store.StoreAsync(post, edited));
    }

    [Fact]
    public async Task Of_a_post_in_two_batches_of_one_commit_the_earlier_ones_is_the_accepted_one()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var receipts = await store.Room.Posts.StoreAsync([new([Live("1", "One")]), new([Live("1", "One"), Live("2", "Two")])], CancellationToken.None);
        Assert.Equal([new StoreReceipt(1, 0, 0), new StoreReceipt(1, 1, 0)], receipts);
    }

    [Fact]
    public async Task Counts_and_followers_make_no_new_version()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var post = Live("1", "One");
        await store.StoreAsync(post);
        var liked = post with { Post = post.Post with { Counts = new(Likes: 5), Author = post.Post.Author with { Followers = 9 } } };
        Assert.Equal(new StoreReceipt(0, 1, 0), await store.StoreAsync(liked));
    }

    [Fact]
    public async Task The_first_sight_is_carried_by_later_versions()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var post = Live("1", "One");
        await store.StoreAsync(post);
        await store.StoreAsync(post with { Post = post.Post with { Text = "Two", EditedAt = Seen.AddHours(1) }, FirstSeen = Seen.AddHours(2) });
        await store.ProjectAsync();
        Assert.Equal(Seen, (await store.ReadAsync("SELECT first_seen FROM posts"))[0]["first_seen"]);
    }

    [Fact]
    public async Task A_batch_sent_again_under_its_own_key_counts_once_in_the_coverage()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var batch = new PostBatch([Live("1", "One")]) { Rejected = new Dictionary<string, long> { ["mastodon"] = 2, [""] = 1 } };
        await store.Room.Posts.StoreAsync([batch], CancellationToken.None);
        await store.Room.Posts.StoreAsync([batch], CancellationToken.None);
        var rows = await store.ReadAsync("SELECT source, accepted, duplicates, rejected FROM batches ORDER BY source");
        Assert.Equal(["", 0UL, 0UL, 1UL], rows[0].Values);
        Assert.Equal(["mastodon", 1UL, 0UL, 2UL], rows[1].Values);
    }

    [Fact]
    public async Task The_order_of_arrival_goes_on_after_a_start()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(Live("1", "One"));
        await using var again = await store.AgainAsync();
        await again.StoreAsync(Live("2", "Two"));
        Assert.Equal(1, await again.Projector.CatchUpAsync(CancellationToken.None));
        Assert.Equal(2UL, (await again.ReadAsync("SELECT count() AS n FROM posts"))[0]["n"]);
    }

    [Fact]
    public async Task Writers_at_once_lose_nothing_and_the_projector_sees_all()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => store.StoreAsync(Live($"{i}", "a"), Live($"{i + 1}", "b"))));
        Assert.Equal(41, receipts.Sum(receipt => receipt.Accepted));
        Assert.Equal(80, receipts.Sum(receipt => receipt.Accepted + receipt.Updated + receipt.Duplicates));
        await store.ProjectAsync();
        Assert.Equal(41UL, (await store.ReadAsync("SELECT count() AS n FROM posts"))[0]["n"]);
    }

    private static CollectedPost Live(string id, string text) => new(Some.Post(id, text), Seen, Arrival.Live);
}
