using Listening.Collecting;
using Xunit;

namespace Listening.Tests.Store.Projecting;

/// <summary>A run that is cut off between any two steps is finished by the next.</summary>
public sealed class CutOffTests(EngineFixture engine)
{
    [Theory]
    [InlineData(21, false)]
    [InlineData(21, true)]
    public async Task A_projection_cut_off_at_every_call_in_turn_ends_with_the_facts_of_a_clean_one(int seed, bool afterDoingIt)
    {
        var history = RandomHistory.Of(seed, posts: 60);
        await using var clean = await OpenStore.NewAsync(engine);
        await clean.StoreAndProjectAsync(history);
        var expected = await Facts.OfAsync(clean);

        var cutOff = new CutOff();
        await using var store = await OpenStore.NewAsync(engine, around: cutOff.Around);
        var failures = 0;
        foreach (var batch in RandomHistory.Otherwise(history, seed))
        {
            await store.StoreAsync(batch);
            for (var call = 1; !await TryAsync(store, cutOff, call, afterDoingIt); call++) failures++;
        }

        Assert.True(failures > 50);
        Assert.Equal(expected, await Facts.OfAsync(store));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public async Task More_may_come_in_between_a_run_that_was_cut_off_and_the_next(int seed)
    {
        var history = RandomHistory.Of(seed, posts: 60);
        await using var clean = await OpenStore.NewAsync(engine);
        await clean.StoreAndProjectAsync(history);

        var (cutOff, random) = (new CutOff(), new Random(seed));
        await using var store = await OpenStore.NewAsync(engine, stretch: 20, around: cutOff.Around);
        for (var round = 0; round < 2; round++)
            foreach (var batch in RandomHistory.Otherwise(history, seed + round))
            {
                await store.StoreAsync(batch);
                await TryAsync(store, cutOff, random.Next(1, 25), random.Next(2) == 0);
            }

        await store.ProjectAsync();
        Assert.Equal(await Facts.OfAsync(clean), await Facts.OfAsync(store));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wording_found_out_in_a_run_that_was_cut_off_still_reaches_the_other_conversations(bool afterDoingIt)
    {
        var cutOff = new CutOff();
        await using var store = await OpenStore.NewAsync(engine, around: cutOff.Around);
        for (var i = 1; i <= 4; i++) await store.StoreAndProjectAsync(Exchange(i));
        await store.StoreAsync(Exchange(5));
        for (var call = 1; !await TryAsync(store, cutOff, call, afterDoingIt); call++) Assert.True(call < 100);
        Assert.Equal(5UL, (await store.ReadAsync("SELECT countIf(party = 'automated') AS n FROM posts"))[0]["n"]);
        Assert.Equal(5UL, (await store.ReadAsync("SELECT countIf(closed_at IS NULL AND automated_at IS NOT NULL) AS n FROM waits"))[0]["n"]);
    }

    [Fact]
    public async Task A_rebuild_cut_off_anywhere_leaves_the_facts_or_is_done_again()
    {
        var cutOff = new CutOff();
        await using var store = await OpenStore.NewAsync(engine, around: cutOff.Around);
        await store.StoreAndProjectAsync(RandomHistory.Of(41, posts: 40));
        var expected = await Facts.OfAsync(store);
        var rebuilt = false;
        for (var call = 1; !rebuilt; call += 3)
        {
            await using var started = await store.AgainAsync();
            cutOff.FailAt(call, afterDoingIt: call % 2 == 0);
            try
            {
                await started.Projector.RebuildAsync(null, CancellationToken.None);
                rebuilt = true;
            }
            catch (CutOffException)
            {
            }

            cutOff.Repair();
            await using var next = await store.AgainAsync();
            await next.ProjectAsync();
            Assert.Equal(expected, await Facts.OfAsync(next));
        }
    }

    private static CollectedPost[] Exchange(int number)
    {
        var at = Some.Instant.AddHours(number);
        return
        [
            new(Some.Post($"{number}", "Lost again @acme", author: $"customer{number}", at: at, mentions: "acme"), at.AddHours(1), Arrival.Backfill),
            new(Some.Post($"r{number}", "Please write to us", author: "acme", at: at.AddSeconds(4), inReplyTo: $"{number}"), at.AddHours(1), Arrival.Backfill),
        ];
    }

    // A new projector each time, as after a start, so that nothing is known but what is stored.
    private static async Task<bool> TryAsync(OpenStore store, CutOff cutOff, int call, bool afterDoingIt)
    {
        using var projector = store.Room.Projector(OpenStore.Registry, new());
        cutOff.FailAt(call, afterDoingIt);
        try
        {
            await projector.CatchUpAsync(CancellationToken.None);
            return true;
        }
        catch (CutOffException)
        {
            return false;
        }
        finally
        {
            cutOff.Repair();
        }
    }
}
