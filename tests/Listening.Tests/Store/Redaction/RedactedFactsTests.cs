using Listening.Brands;
using Listening.Collecting;
using Xunit;

namespace Listening.Tests.Store.Redaction;

public sealed class RedactedFactsTests(EngineFixture engine)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waits_stay_as_they_were_when_words_go_and_the_shown_post_loses_its_text()
    {
        await using var store = await OpenStore.NewAsync(engine);
        Post[] posts =
        [
            Some.Post("1", "Acme lost my bag"),
            Some.Post("2", "We found it", author: "acme", at: Some.Instant.AddMinutes(5), inReplyTo: "1"),
        ];
        await store.StoreAndProjectAsync(posts.Select(post => new CollectedPost(post, Some.Instant.AddDays(40), Arrival.Backfill)));
        var before = await WaitsAsync(store);
        Assert.Single(before);

        Assert.Equal(2, await store.Room.Redactor(OpenStore.Registry, store.Projector).RedactOlderThanAsync(Some.Instant.AddDays(30), Cancelled));

        Assert.Equal(before, await WaitsAsync(store));
        Assert.Equal(["", ""], (await store.ReadAsync("SELECT text FROM posts")).Select(row => row.Get<string>("text")));
    }

    [Fact]
    public async Task Whom_a_reply_names_only_in_its_text_is_still_answered_when_the_text_is_gone()
    {
        await using var store = await OpenStore.NewAsync(engine);
        Post[] posts =
        [
            Some.Post("1", "Acme lost my bag"),
            Some.Post("2", "Mine too, Acme", author: "bob", at: Some.Instant.AddMinutes(1), inReplyTo: "1"),
            Some.Post("3", "@bob We found it", author: "acme", at: Some.Instant.AddMinutes(5), inReplyTo: "1"),
        ];
        await store.StoreAndProjectAsync(posts.Select(post => new CollectedPost(post, Some.Instant.AddDays(40), Arrival.Backfill)));
        Assert.All(await store.WaitsAsync("1"), wait => Assert.Equal(Some.Instant.AddMinutes(5), wait.ClosedAt));
        var before = await WaitsAsync(store);
        await store.Room.Redactor(OpenStore.Registry, store.Projector).RedactOlderThanAsync(Some.Instant.AddDays(30), Cancelled);
        Assert.Equal(before, await WaitsAsync(store));
    }

    [Fact]
    public async Task A_brand_that_left_the_registry_is_waited_for_by_nobody_also_where_the_words_are_gone()
    {
        await using var store = await OpenStore.NewAsync(engine);
        Post[] posts = [Some.Post("1", "Acme lost my bag"), Some.Post("2", "We found it", author: "acme", at: Some.Instant.AddMinutes(5), inReplyTo: "1")];
        await store.StoreAndProjectAsync(posts.Select(post => new CollectedPost(post, Some.Instant.AddDays(40), Arrival.Backfill)));
        await store.Room.Redactor(OpenStore.Registry, store.Projector).RedactOlderThanAsync(Some.Instant.AddDays(30), Cancelled);

        await using var again = await store.AgainAsync(new BrandRegistry([new() { Name = "Bolt", Handles = ["*:bolt"] }]));
        await again.Projector.RebuildAsync(null, Cancelled);

        Assert.Empty(await WaitsAsync(again));
    }

    private static async Task<IReadOnlyList<string>> WaitsAsync(OpenStore store) =>
        [.. (await store.ReadAsync("SELECT brand, opened_at, closed_at, opener, closed_by, author FROM waits")).Select(row => string.Join('|', row.Values))];
}
