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

    private static async Task<IReadOnlyList<string>> WaitsAsync(OpenStore store) =>
        [.. (await store.ReadAsync("SELECT brand, opened_at, closed_at, opener, closed_by, author FROM waits")).Select(row => string.Join('|', row.Values))];
}
