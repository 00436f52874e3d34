using Listening.Storing;

namespace Listening.Store.Engine.Server;

/// <summary>Stops statements that nobody waits for any more, on connections of its own: those of the statements may all be taken.</summary>
internal sealed class StatementStopper(ServerOptions options) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);
    private const int Most = 100;
    private const int NotFoundIsGone = 3;
    private readonly ServerWire wire = new(options with { MaxConnections = 8 });

    /// <summary>
    /// Asks until the server does not find the statement any more, two seconds at most. Several times not found is gone: one that was sent a moment ago
    /// may not have begun. Without SYNC, which hangs in the embedded engine. A server that is lost runs nothing for us.
    /// </summary>
    internal async Task StopAsync(string queryId)
    {
        using var deadline = new CancellationTokenSource(Limit);
        try
        {
            for (var (asked, absent) = (0, 0); asked < Most && absent < NotFoundIsGone; asked++)
            {
                absent = await IsFoundAsync(queryId, deadline.Token) ? 0 : absent + 1;
                if (absent < NotFoundIsGone)
                    await Task.Delay(Again, deadline.Token);
            }
        }
        catch (Exception exception) when (exception is UnansweredException or StoreQueryException or OperationCanceledException)
        {
            // What the caller is told is why the statement ended; the server ends it at its limit.
        }
    }

    public void Dispose() => wire.Dispose();

    private async Task<bool> IsFoundAsync(string queryId, CancellationToken cancellationToken)
    {
        var kill = new FactQuery("KILL QUERY WHERE query_id = {id:String}", new Dictionary<string, object?> { ["id"] = queryId });
        var request = new ServerRequest(null, options, Limit).WithStatement(new ServerStatement(kill), "TabSeparated");
        using var body = await AnswerBody.OpenAsync(await wire.SendAsync(request, cancellationToken), cancellationToken);
        return (await body.TextAsync(cancellationToken)).Length > 0;
    }
}
