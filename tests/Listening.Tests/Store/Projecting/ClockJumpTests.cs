using Listening.Collecting;
using Xunit;

namespace Listening.Tests.Store.Projecting;

/// <summary>The machine's clock is set while the program runs; what sources say goes on as before.</summary>
public sealed class ClockJumpTests(EngineFixture engine)
{
    [Theory]
    [InlineData(-60)]
    [InlineData(-60 * 24 * 400)]
    [InlineData(60 * 24)]
    public async Task Revisions_rise_no_wait_is_negative_and_nothing_is_lost(int minutes)
    {
        var clock = new SetClock { Now = Some.Instant };
        await using var store = await OpenStore.NewAsync(engine, time: clock);
        await store.StoreAndProjectAsync(Seen(clock, Some.Post("1", at: Some.Instant, mentions: "acme")));
        var before = store.Room.Facts.Revision;
        Assert.Null(Assert.Single(await store.WaitsAsync("1")).ClosedAt);

        clock.Now += TimeSpan.FromMinutes(minutes);
        var answer = Some.Post("2", "We are on it", author: "acme", at: Some.Instant.AddMinutes(10), inReplyTo: "1", mentions: "ana");
        await store.StoreAndProjectAsync(Seen(clock, answer));
        var between = store.Room.Facts.Revision;
        Assert.True(between > before);
        var wait = Assert.Single(await store.WaitsAsync("1"));
        // A clock that is behind makes every new post one of the future: it is clamped, and the answer is at once and said to be skewed.
        Assert.Equal(minutes < 0, wait.Skewed);
        Assert.Equal(minutes < 0 ? wait.OpenedAt : Some.Instant.AddMinutes(10), wait.ClosedAt);

        await using var again = await store.AgainAsync();
        Assert.Equal(0, await again.Projector.CatchUpAsync(TestContext.Current.CancellationToken));
        await again.StoreAndProjectAsync(Seen(clock, Some.Post("3", author: "ben", at: Some.Instant.AddMinutes(20), mentions: "acme")));
        Assert.True(again.Room.Facts.Revision > between);
        Assert.Single(await again.WaitsAsync("3"));
        Assert.Equal(3UL, (await again.ReadAsync("SELECT count() AS n FROM posts"))[0].Get<ulong>("n"));
    }

    private static CollectedPost Seen(SetClock clock, Post post) => new(post, clock.Now, Arrival.Live);

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
