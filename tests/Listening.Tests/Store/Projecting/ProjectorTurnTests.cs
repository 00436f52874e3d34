using Listening.Collecting;
using Listening.Desk.Projecting;
using Listening.Store.Engine;
using Listening.Store.Projecting;
using Listening.Storing;
using Listening.Tests.Desk;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Listening.Tests.Store.Projecting;

/// <summary>Projectors that share a store and a lease: as many processes over one ClickHouse server would be.</summary>
public sealed class ProjectorTurnTests(EngineFixture engine) : IAsyncLifetime
{
    private readonly DeskFile desk = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => desk.InitializeAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Of_two_loops_one_projects_and_the_other_goes_on_when_it_died()
    {
        await using var store = await OpenStore.NewAsync(engine, time: desk.Time);
        using var first = Projector(store, "first");
        using var second = Projector(store, "second");
        var revisions = new Revisions();
        using var one = new ProjectingLoop(first, store.Room.Facts, new Revisions(), desk.Time, NullLogger<ProjectingLoop>.Instance);
        using var other = new ProjectingLoop(second, store.Room.Facts, revisions, desk.Time, NullLogger<ProjectingLoop>.Instance);

        await store.StoreAsync(Posts("mastodon", 10));
        Assert.Equal(10, await one.CatchUpAsync(Cancelled));
        await store.StoreAsync(Posts("forum", 7));
        Assert.Equal(0, await other.CatchUpAsync(Cancelled));
        Assert.Equal(store.Room.Facts.Revision, revisions.Current);
        await Assert.ThrowsAsync<ProjectorLeaseLostException>(() => second.RebuildAsync(null, Cancelled));

        desk.Time.Advance(ProjectorTurn.Duration);
        Assert.Equal(7, await other.CatchUpAsync(Cancelled));
        Assert.Equal(store.Room.Facts.Revision, revisions.Current);
        Assert.Equal(0, await one.CatchUpAsync(Cancelled));
    }

    [Fact]
    public async Task A_projector_that_gives_its_turn_back_is_followed_at_once()
    {
        await using var store = await OpenStore.NewAsync(engine, time: desk.Time);
        using var first = Projector(store, "first");
        using var second = Projector(store, "second");
        await store.StoreAsync(Posts("mastodon", 10));
        await first.CatchUpAsync(Cancelled);
        var before = store.Room.Facts.Revision;
        await first.ReleaseAsync(Cancelled);
        await store.StoreAsync(Posts("forum", 1));
        Assert.Equal(1, await second.CatchUpAsync(Cancelled));
        Assert.InRange(store.Room.Facts.Revision >> 32, (before >> 32) + 1, 10);
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task What_a_holder_writes_that_slept_at_any_write_until_another_had_its_turn_changes_nothing(int seed)
    {
        var history = RandomHistory.Of(seed, posts: 40);
        var (early, late) = (history.Take(25).ToList(), history.Skip(25).ToList());
        await using var clean = await OpenStore.NewAsync(engine);
        await clean.StoreAndProjectAsync(history);
        var expected = await Facts.OfAsync(clean);

        var stopped = 0;
        for (var write = 1; ; write++)
        {
            var sleep = new Sleep();
            await using var store = await OpenStore.NewAsync(engine, around: sleep.Around, time: desk.Time);
            using var sleeper = store.Room.Projector(OpenStore.Registry, new(), sleep.Around(new ProjectorLease(desk.Another(), desk.Time)), "sleeper");
            using var awake = Projector(store, "awake");
            await store.StoreAsync(early);
            var asleep = sleep.At(write);
            var run = sleep.AsSleeperAsync(() => sleeper.CatchUpAsync(Cancelled));
            if (await Task.WhenAny(asleep, run) == run) break;

            desk.Time.Advance(ProjectorTurn.Duration);
            await store.StoreAsync(late);
            await awake.CatchUpAsync(Cancelled);
            sleep.Wake();
            // The writes that were under way are done, late; the next ones are refused.
            if (await Record.ExceptionAsync(() => run) is ProjectorLeaseLostException) stopped++;
            Assert.Equal(expected, await Facts.OfAsync(store));
            Assert.Equal(0, await sleeper.CatchUpAsync(Cancelled));
            desk.Time.Advance(ProjectorTurn.Duration);
        }

        Assert.InRange(stopped, 5, 100);
    }

    private static IEnumerable<CollectedPost> Posts(string source, int count) =>
        Enumerable.Range(0, count).Select(i => new CollectedPost(Some.Post($"{i}", source: source), Some.Instant, Arrival.Live));

    private FactProjector Projector(OpenStore store, string holder) =>
        store.Room.Projector(OpenStore.Registry, new(), new ProjectorLease(desk.Another(), desk.Time), holder);

    /// <summary>From one write on everything that the sleeper does waits, as in a process that is stopped and goes on later.</summary>
    private sealed class Sleep
    {
        private readonly TaskCompletionSource wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource asleep = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly AsyncLocal<bool> isSleeper = new();
        private int left = int.MaxValue;

        public IClickHouse Around(IClickHouse inner) => new SleepingStore(inner, this);

        public IProjectorLease Around(IProjectorLease inner) => new SleepingLease(inner, this);

        public Task At(int write)
        {
            left = write;
            return asleep.Task;
        }

        public async Task<long> AsSleeperAsync(Func<Task<long>> work)
        {
            isSleeper.Value = true;
            return await work();
        }

        public void Wake() => wake.SetResult();

        private async Task WriteAsync()
        {
            if (!isSleeper.Value || Interlocked.Decrement(ref left) > 0) return;
            asleep.TrySetResult();
            await wake.Task;
        }

        private sealed class SleepingStore(IClickHouse inner, Sleep sleep) : IClickHouse
        {
            public async Task ExecuteAsync(FactQuery statement, CancellationToken cancellationToken)
            {
                await sleep.WriteAsync();
                await inner.ExecuteAsync(statement, cancellationToken);
            }

            public IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, CancellationToken cancellationToken) => inner.ReadAsync(query, cancellationToken);

            public async Task InsertAsync(string table, NativeBlock block, CancellationToken cancellationToken)
            {
                await sleep.WriteAsync();
                await inner.InsertAsync(table, block, cancellationToken);
            }

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }

        private sealed class SleepingLease(IProjectorLease inner, Sleep sleep) : IProjectorLease
        {
            public async Task<long?> TakeAsync(string holder, TimeSpan duration, long above, CancellationToken cancellationToken)
            {
                if (sleep.asleep.Task.IsCompleted) await sleep.wake.Task;
                return await inner.TakeAsync(holder, duration, above, cancellationToken);
            }

            public Task ReleaseAsync(string holder, CancellationToken cancellationToken) => inner.ReleaseAsync(holder, cancellationToken);
        }
    }
}
