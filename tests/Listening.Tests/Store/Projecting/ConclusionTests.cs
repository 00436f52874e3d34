using Listening.Brands;
using Listening.Collecting;
using Xunit;

namespace Listening.Tests.Store.Projecting;

/// <summary>What is said about posts, and what their wording says, changes facts that stand already.</summary>
public sealed class ConclusionTests(EngineFixture engine)
{
    private static readonly PostId First = new("mastodon", "1");

    [Fact]
    public async Task A_label_changes_the_facts_of_a_post_that_is_projected_already()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(Complaint("1", 0));
        Assert.Equal("", Assert.Single(await store.WaitsAsync("1")).LeftOut);
        await LabelAsync(store, "relevance", "not_us", byPerson: false);
        Assert.Equal("not us", Assert.Single(await store.WaitsAsync("1")).LeftOut);
        await LabelAsync(store, "relevance", "about_us", byPerson: true);
        Assert.Equal("", Assert.Single(await store.WaitsAsync("1")).LeftOut);
        await LabelAsync(store, "relevance", "spam", byPerson: false);
        Assert.Equal("", Assert.Single(await store.WaitsAsync("1")).LeftOut);
        await LabelAsync(store, "intent", "complaint", byPerson: false);
        Assert.Equal("complaint", (await store.ReadAsync("SELECT intent FROM posts"))[0]["intent"]);
    }

    [Fact]
    public async Task A_label_that_comes_before_its_post_waits_for_it()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await LabelAsync(store, "relevance", "spam", byPerson: true);
        await store.StoreAndProjectAsync(Complaint("1", 0));
        Assert.Equal("spam", Assert.Single(await store.WaitsAsync("1")).LeftOut);
    }

    [Fact]
    public async Task A_persons_word_beats_the_exclude_terms()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(new CollectedPost(Some.Post("1", "Acme bakery burnt my bread"), Some.Instant, Arrival.Live));
        Assert.Equal("excluded", Assert.Single(await store.WaitsAsync("1")).LeftOut);
        await LabelAsync(store, "relevance", "about_us", byPerson: true);
        Assert.Equal("", Assert.Single(await store.WaitsAsync("1")).LeftOut);
    }

    [Fact]
    public async Task The_fifth_quick_reply_with_one_wording_makes_the_first_four_automated_in_their_conversations()
    {
        await using var store = await OpenStore.NewAsync(engine);
        for (var i = 1; i <= 4; i++) await store.StoreAndProjectAsync(Complaint($"{i}", i), Canned($"{i}", i));
        for (var i = 1; i <= 4; i++) Assert.Equal(At(i).AddSeconds(4), Assert.Single(await store.WaitsAsync($"{i}")).ClosedAt);

        await store.StoreAndProjectAsync(Complaint("5", 5), Canned("5", 5));
        for (var i = 1; i <= 5; i++)
        {
            var wait = Assert.Single(await store.WaitsAsync($"{i}"));
            Assert.Equal(((DateTimeOffset?)null, At(i).AddSeconds(4)), (wait.ClosedAt, wait.AutomatedAt));
        }

        Assert.Equal(5UL, (await store.ReadAsync("SELECT countIf(party = 'automated') AS n FROM posts"))[0]["n"]);

        // The complaint was written earlier than was thought: its reply is not quick, and four are too few.
        var earlier = Complaint("3", 3);
        await store.StoreAndProjectAsync(earlier with { Post = earlier.Post with { SourcePostedAt = At(3).AddMinutes(-1) } });
        for (var i = 1; i <= 5; i++) Assert.Equal(At(i).AddSeconds(4), Assert.Single(await store.WaitsAsync($"{i}")).ClosedAt);
    }

    [Fact]
    public async Task A_parent_that_comes_late_makes_a_reply_quick()
    {
        await using var store = await OpenStore.NewAsync(engine);
        for (var i = 1; i <= 4; i++) await store.StoreAndProjectAsync(Complaint($"{i}", i), Canned($"{i}", i));
        await store.StoreAndProjectAsync(Canned("5", 5));
        Assert.Equal(0UL, (await store.ReadAsync("SELECT countIf(party = 'automated') AS n FROM posts"))[0]["n"]);
        await store.StoreAndProjectAsync(Complaint("5", 5));
        Assert.Equal(5UL, (await store.ReadAsync("SELECT countIf(party = 'automated') AS n FROM posts"))[0]["n"]);
        Assert.Null(Assert.Single(await store.WaitsAsync("1")).ClosedAt);
    }

    [Fact]
    public async Task A_brands_quote_answers_the_quoted_author()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(Complaint("1", 0));
        await store.StoreAndProjectAsync(new CollectedPost(
            Some.Post("2", "We are on it", author: "acme", at: At(30)) with { QuoteOf = "1" }, At(31), Arrival.Live));
        Assert.Equal(At(30), Assert.Single(await store.WaitsAsync("1")).ClosedAt);
    }

    [Fact]
    public async Task Another_registry_asks_for_a_rebuild_and_the_rebuild_uses_it()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(Complaint("1", 0));
        Assert.False(await store.Projector.IsRebuildNeededAsync(CancellationToken.None));
        await using var renamed = await store.AgainAsync(new BrandRegistry([new Brand { Name = "Acme plc", Kind = BrandKind.Own, Handles = ["*:acme"] }]));
        Assert.True(await renamed.Projector.IsRebuildNeededAsync(CancellationToken.None));
        await renamed.Projector.RebuildAsync(null, CancellationToken.None);
        Assert.False(await renamed.Projector.IsRebuildNeededAsync(CancellationToken.None));
        Assert.Equal("Acme plc", Assert.Single(await renamed.WaitsAsync("1")).Brand);
    }

    private static DateTimeOffset At(int hours) => Some.Instant.AddHours(hours);

    private static CollectedPost Complaint(string id, int hours) =>
        new(Some.Post(id, "Lost again @acme", author: $"customer{id}", at: At(hours), mentions: "acme"), At(hours), Arrival.Backfill);

    private static CollectedPost Canned(string to, int hours) =>
        new(Some.Post($"r{to}", $"Hi Ana, please write to us -K{to}", author: "acme", at: At(hours).AddSeconds(4), inReplyTo: to), At(hours + 1), Arrival.Backfill);

    private static async Task LabelAsync(OpenStore store, string task, string value, bool byPerson)
    {
        await store.Room.Posts.AppendAsync([new(First, task, value, byPerson, Some.Instant, 1f, byPerson ? "amy" : "model-1")], CancellationToken.None);
        await store.ProjectAsync();
    }
}
