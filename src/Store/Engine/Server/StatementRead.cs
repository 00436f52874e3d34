namespace Listening.Store.Engine.Server;

/// <summary>An answer while it is read; given up when its reader stops early.</summary>
internal sealed class StatementRead(StatementRun run, ServerAnswer answer) : IAsyncDisposable
{
    private bool over;

    internal IReadOnlyList<string> Columns => answer.Columns;

    internal async ValueTask<IReadOnlyList<object?[]>?> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await run.DoAsync(async stop => await answer.NextAsync(stop));
        }
        catch
        {
            // The server ended it, or it was stopped already.
            over = true;
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        answer.Dispose();
        if (!over && !answer.Complete)
            await run.StopAsync();
        run.Dispose();
    }
}
