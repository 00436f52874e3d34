using Microsoft.EntityFrameworkCore;

namespace Listening.Desk;

/// <summary>
/// The turn to migrate a SQLite file: a lock on a file beside it, which the operating system lets go of when its process ends, however it ends. EF's own
/// lock is a row in the table <c>__EFMigrationsLock</c>, which a killed process leaves there for good
/// (learn.microsoft.com/ef/core/providers/sqlite/limitations, "Concurrent migrations protection"); who has the turn knows that it is nobody's.
/// </summary>
internal sealed class SqliteMigrationTurn : IAsyncDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(50);
    private readonly FileStream held;

    private SqliteMigrationTurn(FileStream held) => this.held = held;

    /// <summary>Waits for the turn at the file at <paramref name="path"/> and takes away what a killed process left of EF's lock.</summary>
    public static async Task<IAsyncDisposable> TakeAsync(string path, DeskContext desk, CancellationToken cancellationToken)
    {
        var held = await LockAsync($"{path}.migrating", cancellationToken);
        try
        {
            await desk.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
            return new SqliteMigrationTurn(held);
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => held.DisposeAsync();

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                // The file stays: one that took it away would leave the next two with a lock on a file each.
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Again, cancellationToken);
            }
        }
    }
}
