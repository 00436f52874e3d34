using Microsoft.EntityFrameworkCore;

namespace Listening.Desk;

/// <summary>
/// Reads and changes the relational store. Readers run side by side; writers queue and take turns, among processes too. When the database is away,
/// everything here throws <see cref="DeskUnavailableException"/> at once and works again when it is back.
/// </summary>
public sealed class DeskStore : IAsyncDisposable
{
    private static readonly TimeSpan MigrationLimit = TimeSpan.FromMinutes(2);
    private readonly IDeskDatabase database;
    private readonly SemaphoreSlim turn = new(1, 1);
    private long writes;

    private DeskStore(IDeskDatabase database) => this.database = database;

    /// <summary>The store in the SQLite file at <paramref name="path"/>, which is made by <see cref="MigrateAsync"/> where it is absent.</summary>
    public static DeskStore Sqlite(string path) => new(new SqliteDatabase(path));

    /// <summary>The store in the PostgreSQL database at <paramref name="address"/>, which must be there.</summary>
    public static DeskStore Postgres(PostgresAddress address) => new(new PostgresDatabase(address));

    /// <summary>
    /// Brings the tables to this program's shape. Throws <see cref="DeskUnavailableException"/> when the database cannot be used, and
    /// <see cref="TimeoutException"/> when another process keeps its migration lock.
    /// </summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await database.CheckAsync(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(MigrationLimit);
        try
        {
            await using var desk = database.Open();
            // Asked first: a start that finds nothing to do waits for nobody.
            if (!await IsBehindAsync(desk, limit.Token)) return;
            await using var turn = await database.TakeMigrationTurnAsync(limit.Token);
            if (await IsBehindAsync(desk, limit.Token)) await desk.Database.MigrateAsync(limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"The relational store {database} was not migrated in {MigrationLimit.TotalMinutes} minutes: another Listening that runs is still at it, "
                + "or the database is slow. Start again when it has ended.", late);
        }
        catch (Exception failure) when (database.Explain(failure) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>
    /// Migrations of this program that the store lacks, and those in the store that this program does not know. Throws <see cref="DeskUnavailableException"/>.
    /// </summary>
    public async Task<(IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)> SchemaAsync(CancellationToken cancellationToken)
    {
        await database.CheckAsync(cancellationToken);
        return await ReadAsync<(IReadOnlyList<string>, IReadOnlyList<string>)>(
            async desk =>
            {
                var mine = desk.Database.GetMigrations().ToList();
                var applied = (await desk.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
                return ([.. mine.Except(applied)], [.. applied.Except(mine)]);
            },
            cancellationToken);
    }

    /// <summary>Grows with every write of this process that was committed.</summary>
    public long Writes => Interlocked.Read(ref writes);

    /// <summary>Reads; nothing is tracked.</summary>
    public async Task<T> ReadAsync<T>(Func<DeskContext, Task<T>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        cancellationToken.ThrowIfCancellationRequested();
        return await AgainWhenLostAsync(async () =>
        {
            await using var desk = database.Open();
            desk.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            return await read(desk);
        });
    }

    /// <summary>
    /// Reads and changes in one transaction: all of it happens or none, and nobody writes in between. <paramref name="write"/> may be called twice, when a
    /// connection turns out to be dead before anything is committed.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<DeskContext, Task<T>> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        await turn.WaitAsync(cancellationToken);
        try
        {
            var committing = false;
            return await AgainWhenLostAsync(
                async () =>
                {
                    await using var desk = database.Open();
                    await using var transaction = await desk.Database.BeginTransactionAsync(cancellationToken);
                    await desk.TakeTurnAsync(cancellationToken);
                    var result = await write(desk);
                    await desk.SaveChangesAsync(cancellationToken);
                    // From here on nobody knows whether it happened when no answer comes.
                    committing = true;
                    await transaction.CommitAsync(cancellationToken);
                    Interlocked.Increment(ref writes);
                    return result;
                },
                () => !committing);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        turn.Dispose();
        await database.DisposeAsync();
    }

    private static async Task<bool> IsBehindAsync(DeskContext desk, CancellationToken cancellationToken) =>
        (await desk.Database.GetPendingMigrationsAsync(cancellationToken)).Any();

    // A server that was away and is back has left dead connections behind: the first of them says so, and a new one does.
    private async Task<T> AgainWhenLostAsync<T>(Func<Task<T>> work, Func<bool>? mayRepeat = null)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (database.Explain(failure) is { } explained)
        {
            if (!explained.Lost || mayRepeat?.Invoke() == false) throw explained;
            database.ForgetConnections();
        }

        try
        {
            return await work();
        }
        catch (Exception failure) when (database.Explain(failure) is { } explained)
        {
            throw explained;
        }
    }
}
