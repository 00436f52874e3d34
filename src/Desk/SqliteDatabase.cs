using Microsoft.EntityFrameworkCore;

namespace Listening.Desk;

/// <summary>The SQLite file at <paramref name="path"/>: there is no server that could be away.</summary>
internal sealed class SqliteDatabase(string path) : IDeskDatabase
{
    private readonly DbContextOptions<SqliteDeskContext> options = SqliteOptions.Of(path);

    public DeskContext Open() => new SqliteDeskContext(options);

    public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IAsyncDisposable> TakeMigrationTurnAsync(CancellationToken cancellationToken)
    {
        await using var desk = Open();
        return await SqliteMigrationTurn.TakeAsync(path, desk, cancellationToken);
    }

    public DeskUnavailableException? Explain(Exception failure) => null;

    public void ForgetConnections()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public override string ToString() => path;
}
