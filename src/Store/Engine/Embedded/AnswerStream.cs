namespace Listening.Store.Engine.Embedded;

/// <summary>The pieces of one SELECT's answer; given up between two pieces when its reader stops early.</summary>
internal sealed class AnswerStream : IAsyncDisposable
{
    private readonly Lease lease;
    private readonly ResultHandle stream;
    private bool ended;

    private AnswerStream(Lease lease, ResultHandle stream)
    {
        this.lease = lease;
        this.stream = stream;
    }

    internal static async Task<AnswerStream> OpenAsync(
        Lease lease, string sql, BoundValues values, TimeSpan limit, CancellationToken cancellationToken)
    {
        var stream = await lease.RunAsync(
            connection =>
            {
                connection.SetLimit(limit);
                return connection.OpenStream(sql, values);
            },
            cancellationToken);
        return new AnswerStream(lease, stream);
    }

    /// <summary>The next piece, for the caller to dispose; null at the end.</summary>
    internal async Task<ResultHandle?> NextAsync(CancellationToken cancellationToken)
    {
        var piece = await lease.RunAsync(connection => connection.Fetch(stream), cancellationToken);
        if (piece.Length > 0)
            return piece;
        piece.Dispose();
        ended = true;
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        if (!ended)
            await lease.AbandonAsync(connection => connection.Cancel(stream));
        stream.Dispose();
        if (ended)
            lease.Complete();
    }
}
