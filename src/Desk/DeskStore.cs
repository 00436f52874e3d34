using Microsoft.EntityFrameworkCore;

namespace Listening.Desk;

/// <summary>Reads and changes the relational store. Readers run side by side; writers of this process queue and take turns.</summary>
public sealed class DeskStore : IDisposable
{
    private static readonly TimeSpan MigrationLimit = TimeSpan.FromMinutes(2);
    private readonly Func<DeskContext> open;
    private readonly SemaphoreSlim turn = new(1, 1);

    private DeskStore(Func<DeskContext> open) => this.open = open;

    /// <summary>The store in the SQLite file at <paramref name="path"/>, which is made by <see cref="MigrateAsync"/> where it is absent.</summary>
    public static DeskStore Sqlite(string path)
    {
        var options = SqliteOptions.Of(path);
        return new DeskStore(() => new SqliteDeskContext(options));
    }

    /// <summary>Brings the tables to this program's shape. Throws <see cref="TimeoutException"/> when another process keeps its migration lock.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var desk = open();
        // Asked first, because the lock that EF takes outlives a process killed while it migrates.
        if (!(await desk.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(MigrationLimit);
        try
        {
            await desk.Database.MigrateAsync(limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"The relational store {desk.Database.GetConnectionString()} has been locked for migration for {MigrationLimit.TotalMinutes} minutes. "
                + "When no other Listening runs, one was killed while it migrated: drop the table __EFMigrationsLock and start again.", late);
        }
    }

    /// <summary>Migrations of this program that the store lacks, and those in the store that this program does not know.</summary>
    public async Task<(IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)> SchemaAsync(CancellationToken cancellationToken)
    {
        await using var desk = open();
        var mine = desk.Database.GetMigrations().ToList();
        var applied = (await desk.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        return ([.. mine.Except(applied)], [.. applied.Except(mine)]);
    }

    /// <summary>Reads; nothing is tracked.</summary>
    public async Task<T> ReadAsync<T>(Func<DeskContext, Task<T>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        cancellationToken.ThrowIfCancellationRequested();
        await using var desk = open();
        desk.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(desk);
    }

    /// <summary>Reads and changes in one transaction: all of it happens or none, and nobody writes in between.</summary>
    public async Task<T> WriteAsync<T>(Func<DeskContext, Task<T>> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var desk = open();
            await using var transaction = await desk.Database.BeginTransactionAsync(cancellationToken);
            var result = await write(desk);
            await desk.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
