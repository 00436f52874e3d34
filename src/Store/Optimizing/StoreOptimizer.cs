using Listening.Storing;

namespace Listening.Store.Optimizing;

/// <summary>
/// Merges the quarters of the facts. A quarter that is one piece is read as it lies; one in pieces is sorted and compared at every question, which takes
/// about eight times as long (measured with 1.5 million waits).
/// </summary>
public sealed class StoreOptimizer : IStoreOptimizer, IDisposable
{
    // What readers scan. The projector's own tables are looked up by key, where pieces cost little.
    private static readonly string[] Tables = ["posts", "waits"];
    private const int Aborted = 236;
    private static readonly TimeSpan LongestMerge = TimeSpan.FromHours(2);
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();
    private readonly StoreDatabases databases;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim alone = new(1, 1);

    internal StoreOptimizer(StoreDatabases databases, TimeProvider time) => (this.databases, this.time) = (databases, time);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OptimizedStretch>> OptimizeAsync(CancellationToken cancellationToken)
    {
        await alone.WaitAsync(cancellationToken);
        try
        {
            var merged = new List<OptimizedStretch>();
            foreach (var (stretch, partition) in await PiecesAsync(cancellationToken))
            {
                var started = time.GetTimestamp();
                await MergeAsync(stretch.Facts, partition, cancellationToken);
                merged.Add(stretch with { Took = time.GetElapsedTime(started) });
            }

            return merged;
        }
        finally
        {
            alone.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => alone.Dispose();

    // A statement that merges does not hear that it was given up before its end; a merge hears at once that merges are stopped.
    private async Task MergeAsync(string table, string partition, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var given = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(given.SetResult);
        var merge = RunAsync($"OPTIMIZE TABLE {table} PARTITION ID '{partition}' FINAL");
        if (await Task.WhenAny(merge, given.Task) == merge)
        {
            await merge;
            return;
        }

        await RunAsync($"SYSTEM STOP MERGES {table}");
        try
        {
            await merge;
        }
        catch (StoreQueryException exception) when (exception.Code == Aborted)
        {
            // As asked; what was merged of it is thrown away.
        }
        finally
        {
            await RunAsync($"SYSTEM START MERGES {table}");
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private Task RunAsync(string statement) => databases.Main.ExecuteAsync(new FactQuery(statement, Nothing, LongestMerge), CancellationToken.None);

    private async Task<List<(OptimizedStretch Stretch, string Partition)>> PiecesAsync(CancellationToken cancellationToken)
    {
        var pieces = new List<(OptimizedStretch, string)>();
        await foreach (var row in databases.Main.ReadAsync(Sql.Of("Optimizing/Pieces.sql", ("database", databases.Name), ("tables", Tables)), cancellationToken))
            pieces.Add((
                new(row.Get<string>("table"), DateOnly.FromDateTime(row.Get<DateTimeOffset>("start").UtcDateTime), row.Get<long>("pieces"), row.Get<long>("held"), TimeSpan.Zero),
                row.Get<string>("stretch")));
        return pieces;
    }
}
