using Listening.Collecting;
using Xunit;

namespace Listening.Tests.Store.Projecting;

/// <summary>The way a history comes in changes nothing about its facts.</summary>
public sealed class HistoryTests(EngineFixture engine)
{
    [Theory]
    [InlineData(1, 50_000)]
    [InlineData(2, 7)]
    [InlineData(3, 1)]
    [InlineData(4, 40)]
    public async Task Order_repetition_batch_borders_and_stretches_change_nothing(int seed, int stretch)
    {
        var history = RandomHistory.Of(seed, posts: 70);
        await using var once = await OpenStore.NewAsync(engine);
        await once.StoreAndProjectAsync(history);
        var expected = await Facts.OfAsync(once);
        Assert.Contains("automated", expected, StringComparison.Ordinal);

        await using var otherwise = await OpenStore.NewAsync(engine, stretch);
        var between = new Random(seed);
        foreach (var batch in RandomHistory.Otherwise(history, seed + 100))
        {
            await otherwise.StoreAsync(batch);
            if (between.Next(3) > 0) await otherwise.ProjectAsync();
        }

        await otherwise.ProjectAsync();
        Assert.Equal(expected, await Facts.OfAsync(otherwise));

        await otherwise.StoreAndProjectAsync(history);
        Assert.Equal(expected, await Facts.OfAsync(otherwise));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task A_rebuild_comes_to_the_same_facts_and_to_a_higher_revision(int seed)
    {
        await using var store = await OpenStore.NewAsync(engine, stretch: 25);
        foreach (var batch in RandomHistory.Otherwise(RandomHistory.Of(seed, posts: 60), seed)) await store.StoreAndProjectAsync(batch);
        var (expected, revision) = (await Facts.OfAsync(store), store.Room.Facts.Revision);
        await store.Projector.RebuildAsync(null, CancellationToken.None);
        Assert.Equal(expected, await Facts.OfAsync(store));
        Assert.True(store.Room.Facts.Revision > revision);

        var more = RandomHistory.Of(seed + 1, posts: 90);
        await store.StoreAndProjectAsync(more);
        await using var again = await store.AgainAsync();
        Assert.Equal(0, await again.Projector.CatchUpAsync(CancellationToken.None));
        var incremental = await Facts.OfAsync(again);
        await again.Projector.RebuildAsync(null, CancellationToken.None);
        Assert.Equal(incremental, await Facts.OfAsync(again));
    }

    [Fact]
    public async Task The_revision_survives_a_start_and_grows_with_the_next_projection()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(RandomHistory.Of(5, posts: 10));
        var revision = store.Room.Facts.Revision;
        Assert.True(revision > 0);
        await using var again = await store.AgainAsync();
        Assert.Equal(revision, again.Room.Facts.Revision);
        await again.StoreAndProjectAsync(new CollectedPost(Some.Post("new"), Some.Instant, Arrival.Live));
        Assert.True(again.Room.Facts.Revision > revision);
    }

    [Fact]
    public async Task A_chain_of_ten_thousand_replies_in_any_order_is_one_conversation()
    {
        const int Length = 10_000;
        await using var store = await OpenStore.NewAsync(engine, stretch: 4_000);
        var chain = Enumerable.Range(0, Length).Select(i => new CollectedPost(
            Some.Post($"{i}", i % 2 == 0 ? "@acme?" : "@ana yes", author: i % 2 == 0 ? "ana" : "acme", at: Some.Instant.AddSeconds(30 * i),
                inReplyTo: i == 0 ? null : $"{i - 1}"),
            Some.Instant.AddDays(9), Arrival.Backfill)).ToArray();
        new Random(8).Shuffle(chain);
        await store.StoreAndProjectAsync(chain);
        var conversation = await store.ConversationAsync("0");
        Assert.Equal(Length, conversation!.Posts.Count);
        Assert.Equal(Length / 2, conversation.Waits.Count);
        Assert.All(conversation.Waits, wait => Assert.Equal(TimeSpan.FromSeconds(30), wait.ClosedAt - wait.OpenedAt));
        Assert.Equal((ulong)Length / 2, (await store.ReadAsync("SELECT count() AS n FROM waits"))[0]["n"]);
    }
}
