using Listening.Collecting;
using Xunit;

namespace Listening.Tests.Store.Projecting;

/// <summary>The golden cases of the metric definitions that concern how posts become conversations, through the store.</summary>
public abstract class GoldenCaseTests(ITestEngine engine)
{
    private static readonly DateTimeOffset Start = Some.Instant;

    [Fact]
    public async Task Case_13_one_post_found_by_two_queries_and_reposted_once_is_one_complaint()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var complaint = Post("1", "My parcel is lost @acme", mentions: "acme");
        await store.StoreAsync(complaint);
        await store.StoreAsync(complaint);
        await store.StoreAndProjectAsync(Later(Post("2", "My parcel is lost @acme", author: "bob", mentions: "acme"), 60) is var repost
            ? repost with { Post = repost.Post with { RepostOf = "1" } } : null!);
        Assert.Equal(1UL, (await store.ReadAsync("SELECT count() AS n FROM waits"))[0]["n"]);
        Assert.Equal(2UL, (await store.ReadAsync("SELECT count() AS n FROM posts"))[0]["n"]);
        Assert.Equal(1UL, (await store.ReadAsync("SELECT sum(duplicates) AS n FROM batches"))[0]["n"]);
    }

    [Fact]
    public async Task Case_18_an_edited_complaint_keeps_its_first_instant_shows_the_newest_text_and_keeps_both_versions()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var first = Post("1", "My parcel is lost @acme", mentions: "acme");
        await store.StoreAndProjectAsync(first);
        await store.StoreAndProjectAsync(Edited(first, "My parcel is found, thanks @acme", minutes: 30));
        var history = await store.Room.Conversations.PostAsync(first.Post.Identity, CancellationToken.None);
        Assert.Equal("My parcel is found, thanks @acme", history!.Current.Text);
        Assert.Equal(Start, history.Current.PostedAt);
        Assert.Equal(["My parcel is lost @acme", "My parcel is found, thanks @acme"], history.Versions.Select(version => version.Text));
        var wait = Assert.Single(await store.WaitsAsync("1"));
        Assert.Equal(Start, wait.OpenedAt);
    }

    [Fact]
    public async Task Case_19_a_deleted_complaint_leaves_the_backlog_its_timing_stays_its_text_goes()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var first = Post("1", "My parcel is lost @acme", mentions: "acme");
        await store.StoreAndProjectAsync(first);
        await store.StoreAndProjectAsync(Deleted(first, minutes: 45));
        var history = await store.Room.Conversations.PostAsync(first.Post.Identity, CancellationToken.None);
        Assert.Equal("", history!.Current.Text);
        Assert.Null(history.Current.Author.Name);
        Assert.All(history.Versions, version => Assert.Equal("", version.Text));
        var wait = Assert.Single(await store.WaitsAsync("1"));
        Assert.Equal((Start, Start.AddMinutes(45)), (wait.OpenedAt, wait.CensoredAt));
    }

    [Fact]
    public async Task Case_22_a_viral_post_quoted_by_1000_people_is_1001_conversations()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var quotes = Enumerable.Range(1, 1000).Select(i => Post($"q{i}", "Look at that", author: $"a{i}") is var quote
            ? quote with { Post = quote.Post with { QuoteOf = "1" } } : null!);
        await store.StoreAndProjectAsync([Post("1", "Acme lost my parcel"), .. quotes]);
        Assert.Equal(1001UL, (await store.ReadAsync("SELECT uniqExact(conversation) AS n FROM posts"))[0]["n"]);
    }

    [Fact]
    public async Task Case_22_siblings_of_a_parent_never_seen_are_one_conversation_and_follow_it_when_it_comes_with_a_parent_of_its_own()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(Post("root", "Acme?", minutes: -60));
        await store.StoreAndProjectAsync(Post("3", "Me too @acme", author: "bob", inReplyTo: "parent", mentions: "acme"));
        await store.StoreAndProjectAsync(Post("4", "And me @acme", author: "eve", inReplyTo: "parent", minutes: 1, mentions: "acme"));
        var before = await store.ConversationAsync("parent");
        Assert.Equal(["3", "4"], before!.Posts.Select(post => post.Identity.Id));
        Assert.Null(before.Root);
        Assert.Equal(2, before.Waits.Count);

        await store.StoreAndProjectAsync(Post("parent", "Late", author: "zoe", inReplyTo: "root", minutes: -30));
        foreach (var permalink in (string[])["root", "parent", "3", "4"])
        {
            var after = await store.ConversationAsync(permalink);
            Assert.Equal(["root", "parent", "3", "4"], after!.Posts.Select(post => post.Identity.Id));
            Assert.Equal("mastodon/root", after.Root);
            Assert.Equal(3, after.Waits.Count);
        }

        Assert.Equal(3UL, (await store.ReadAsync("SELECT count() AS n FROM waits"))[0]["n"]);
        Assert.Equal(4UL, (await store.ReadAsync("SELECT count() AS n FROM posts"))[0]["n"]);
    }

    [Fact]
    public async Task Case_23_an_instant_of_1998_makes_no_28_year_wait_and_one_of_2031_is_not_lost()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var seen = Start.AddSeconds(5);
        await store.StoreAndProjectAsync(
            Post("1", "Lost @acme", mentions: "acme", at: new(1998, 3, 1, 0, 0, 0, TimeSpan.Zero)) with { FirstSeen = seen },
            Post("2", "Lost @acme", mentions: "acme", at: new(2031, 3, 1, 0, 0, 0, TimeSpan.Zero)) with { FirstSeen = seen });
        Assert.Equal(seen - PostedInstant.Tolerance, Assert.Single(await store.WaitsAsync("1")).OpenedAt);
        Assert.Equal(seen, Assert.Single(await store.WaitsAsync("2")).OpenedAt);
        Assert.Equal(2UL, (await store.ReadAsync("SELECT countIf(clamped) AS n FROM posts"))[0]["n"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Case_24_versions_in_either_order_or_twice_give_the_newest_text_and_a_deletion_absorbs_later_edits(bool backwards)
    {
        await using var store = await OpenStore.NewAsync(engine);
        var first = Post("1", "One @acme", mentions: "acme");
        CollectedPost[] edits = [first, Edited(first, "Two @acme", 10), Edited(first, "Three @acme", 20)];
        foreach (var version in (backwards ? edits.Reverse() : edits).Concat(edits)) await store.StoreAndProjectAsync(version);
        var history = await store.Room.Conversations.PostAsync(first.Post.Identity, CancellationToken.None);
        Assert.Equal(("Three @acme", Start), (history!.Current.Text, history.Current.PostedAt));
        Assert.Equal(3, history.Versions.Count);

        CollectedPost[] end = [Deleted(first, 15), Edited(first, "Four @acme", 25)];
        foreach (var version in backwards ? end.Reverse() : end) await store.StoreAndProjectAsync(version);
        history = await store.Room.Conversations.PostAsync(first.Post.Identity, CancellationToken.None);
        Assert.Equal(("", Start.AddMinutes(15)), (history!.Current.Text, history.Current.DeletedAt));
        Assert.Equal(5, history.Versions.Count);
    }

    private static CollectedPost Post(
        string id, string text, string author = "ana", string? inReplyTo = null, double minutes = 0, DateTimeOffset? at = null, params string[] mentions) =>
        new(Some.Post(id, text, author: author, at: at ?? Start.AddMinutes(minutes), inReplyTo: inReplyTo, mentions: mentions), Start.AddHours(1), Arrival.Live);

    private static CollectedPost Later(CollectedPost post, double seconds) => post with { Post = post.Post with { SourcePostedAt = post.Post.SourcePostedAt.AddSeconds(seconds) } };

    private static CollectedPost Edited(CollectedPost post, string text, double minutes) =>
        post with { Post = post.Post with { Text = text, EditedAt = Start.AddMinutes(minutes) } };

    private static CollectedPost Deleted(CollectedPost post, double minutes) => post with { Post = post.Post with { DeletedAt = Start.AddMinutes(minutes) } };
}
