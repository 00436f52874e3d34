using Listening.Collecting;
using Listening.Store.Engine;
using Listening.Store.Optimizing;
using Listening.Storing;
using Xunit;

namespace Listening.Tests.Store.Optimizing;

public sealed class StoreOptimizerTests(EngineFixture engine) : IAsyncLifetime
{
    private static readonly DateTimeOffset Winter = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Summer = new(2026, 7, 6, 9, 0, 0, TimeSpan.Zero);
    private OpenStore store = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => store = await OpenStore.NewAsync(engine);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Quarters_in_pieces_become_one_piece_each_and_say_the_same_and_whole_ones_are_left_alone()
    {
        await StoreAsync(Winter, "w");
        await StoreAsync(Winter.AddDays(1), "v");
        await StoreAsync(Summer, "s");
        await StoreAsync(Summer.AddHours(1), "r");
        await StoreAsync(Summer.AddYears(-1), "whole");
        var before = await WaitsAsync();

        var merged = await store.Room.Optimizer.OptimizeAsync(Cancelled);

        Assert.Equal(
            [("posts", new DateOnly(2026, 7, 1)), ("waits", new(2026, 7, 1)), ("posts", new(2026, 1, 1)), ("waits", new(2026, 1, 1))],
            merged.Select(stretch => (stretch.Facts, stretch.Start)));
        Assert.Equal((2L, 2L), (merged[3].Pieces, merged[3].Rows));
        Assert.Equal(5, before.Count);
        Assert.Equal(before, await WaitsAsync());
        Assert.Empty(await store.Room.Optimizer.OptimizeAsync(Cancelled));

        await StoreAsync(Summer.AddDays(1), "t");
        Assert.All(await store.Room.Optimizer.OptimizeAsync(Cancelled), stretch => Assert.Equal(new(2026, 7, 1), stretch.Start));
        Assert.Equal(6, (await WaitsAsync()).Count);
    }

    [Fact]
    public async Task A_merge_that_is_given_up_ends_and_the_next_run_does_it()
    {
        await StoreAsync(Winter, "w");
        await StoreAsync(Winter.AddDays(1), "v");
        using var given = new CancellationTokenSource();
        var main = new GivenUp(store.Main, given);
        using var optimizer = new StoreOptimizer(store.Databases with { Main = main }, TimeProvider.System);

        await Assert.ThrowsAsync<OperationCanceledException>(() => optimizer.OptimizeAsync(given.Token));
        Assert.Equal(["OPTIMIZE", "SYSTEM STOP", "SYSTEM START"], main.Statements.Select(statement => string.Join(' ', statement.Split(' ').Take(statement[0] == 'S' ? 2 : 1))));
        Assert.Equal(2, (await WaitsAsync()).Count);

        await store.Room.Optimizer.OptimizeAsync(Cancelled);
        Assert.Empty(await store.Room.Optimizer.OptimizeAsync(Cancelled));
        Assert.Equal(2, (await WaitsAsync()).Count);
    }

    private Task StoreAsync(DateTimeOffset at, string id) =>
        store.StoreAndProjectAsync(new CollectedPost(Some.Post(id, "@acme help", at: at, mentions: "acme"), at, Arrival.Backfill));

    private async Task<List<string>> WaitsAsync() => [.. (await store.ReadAsync("SELECT opener_id FROM waits ORDER BY opened_at")).Select(row => row.Get<string>("opener_id"))];

    /// <summary>Gives up as soon as a merge has begun; the merge itself ends only when merges are stopped.</summary>
    private sealed class GivenUp(IClickHouse inner, CancellationTokenSource given) : IClickHouse
    {
        private readonly TaskCompletionSource stopped = new();

        public List<string> Statements { get; } = [];

        public async Task ExecuteAsync(FactQuery statement, CancellationToken cancellationToken)
        {
            Statements.Add(statement.Sql);
            if (statement.Sql.StartsWith("OPTIMIZE", StringComparison.Ordinal))
            {
                await given.CancelAsync();
                await stopped.Task;
            }
            else if (statement.Sql.StartsWith("SYSTEM STOP", StringComparison.Ordinal))
            {
                await inner.ExecuteAsync(statement, cancellationToken);
                stopped.SetResult();
                return;
            }

            await inner.ExecuteAsync(statement, cancellationToken);
        }

        public IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, CancellationToken cancellationToken) => inner.ReadAsync(query, cancellationToken);

        public Task InsertAsync(string table, NativeBlock block, CancellationToken cancellationToken) => inner.InsertAsync(table, block, cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
