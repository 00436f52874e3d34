using Listening.Storing;

namespace Listening.Store.Engine.Embedded;

/// <summary>
/// A connection for the time of one statement. It is used again only when the statement ended in order: after an error the engine may put what the failed
/// statement had begun to write before the next one's answer, so that one would read wrong rows. A new connection costs 0.2 ms.
/// </summary>
internal sealed class Lease(ConnectionPool pool, EngineConnection connection, StatementKiller killer, TimeSpan limit) : IDisposable
{
    // The engine ends a statement at its limit by itself; this is for the places where it does not look at the clock.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private bool sound;
    private bool spoiled;

    /// <summary>Says that the statement ended in order: the connection can be used again.</summary>
    internal void Complete() => sound = !spoiled;

    /// <summary>
    /// Runs a call on the connection's thread. When the token is cancelled, the statement is killed and awaited, and
    /// <see cref="OperationCanceledException"/> is thrown; an error of the engine is a <see cref="StoreQueryException"/>.
    /// </summary>
    internal async Task<T> RunAsync<T>(Func<EngineConnection, T> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        sound = false;
        var running = connection.Thread.RunAsync(() => call(connection));
        try
        {
            await running.WaitAsync(limit + Grace, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            spoiled = true;
            await killer.KillAsync(connection.Tag, running);
        }
        catch (StoreQueryException)
        {
            // Awaited again below, where all its ends are told apart.
        }
        return await EndAsync(running, cancellationToken);
    }

    /// <summary>Ends a statement on the connection's thread; the connection is not used again.</summary>
    internal async Task AbandonAsync(Action<EngineConnection> end)
    {
        await connection.Thread.RunAsync(() =>
        {
            end(connection);
            return true;
        });
        spoiled = true;
    }

    public void Dispose() => pool.Return(connection, sound);

    private async Task<T> EndAsync<T>(Task<T> running, CancellationToken cancellationToken)
    {
        try
        {
            return await running;
        }
        catch (StoreQueryException exception) when (spoiled && exception.Code == EngineError.Cancelled)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new StoreQueryException($"The statement did not end within {limit.TotalSeconds:0.###} s and was stopped.", EngineError.TooLong, exception);
        }
    }
}
