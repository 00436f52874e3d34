using Listening.Storing;

namespace Listening.Store.Engine.Server;

/// <summary>The time that one statement has, its caller's patience, and its end on the server when either is over.</summary>
internal sealed class StatementRun : IDisposable
{
    private readonly ServerRequest request;
    private readonly StatementStopper stopper;
    private readonly TimeSpan limit;
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource deadline;

    internal StatementRun(ServerRequest request, StatementStopper stopper, TimeSpan grace, CancellationToken caller)
    {
        this.request = request;
        this.stopper = stopper;
        this.caller = caller;
        limit = request.Limit + grace;
        deadline = CancellationTokenSource.CreateLinkedTokenSource(caller);
    }

    /// <summary>
    /// Does a part of the statement's work. When the caller gives up, the statement is stopped and <see cref="OperationCanceledException"/> thrown; when the
    /// server lets the time pass, it is stopped too and the error is the one of a statement that took too long.
    /// </summary>
    internal async Task<T> DoAsync<T>(Func<CancellationToken, Task<T>> part)
    {
        deadline.CancelAfter(limit);
        try
        {
            return await part(deadline.Token);
        }
        catch (OperationCanceledException exception) when (deadline.IsCancellationRequested)
        {
            await stopper.StopAsync(request.QueryId);
            caller.ThrowIfCancellationRequested();
            throw new StoreQueryException($"The server did not answer within {limit.TotalSeconds:0.###} s; the statement was stopped.", ServerError.TooLong, exception);
        }
        finally
        {
            if (!deadline.IsCancellationRequested)
                deadline.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Stops the statement on the server.</summary>
    internal Task StopAsync() => stopper.StopAsync(request.QueryId);

    public void Dispose() => deadline.Dispose();
}
