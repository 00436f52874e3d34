using System.Runtime.CompilerServices;
using Listening.Storing;

namespace Listening.Store.Engine.Server;

/// <summary>
/// One database of a server; safe for any number of callers at once. Reads are sent again until their first row, inserts until they are answered (a table
/// that keeps equal rows can then have them twice); other statements only when they surely did not run.
/// </summary>
public sealed class ServerClickHouse : IClickHouse, IParquetWriter
{
    private const string Rows = "RowBinaryWithNamesAndTypes";
    private readonly ServerOptions options;
    private readonly ServerWire wire;
    private readonly StatementStopper stopper;
    private readonly ServerRetry retry;

    internal ServerClickHouse(string? database, ServerOptions options, ServerWire wire, StatementStopper stopper)
    {
        Database = database;
        this.options = options;
        this.wire = wire;
        this.stopper = stopper;
        retry = new ServerRetry(options.RetryDelay);
    }

    /// <summary>The default database of every statement; null for the user's own.</summary>
    public string? Database { get; }

    /// <inheritdoc/>
    public Task ExecuteAsync(FactQuery statement, CancellationToken cancellationToken)
    {
        var bound = new ServerStatement(statement);
        return retry.OnceAsync(
            token => CompleteAsync(Request(statement.Limit).With("wait_end_of_query", "1").WithStatement(bound, "Null"), token), cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bound = new ServerStatement(query);
        await using var read = await retry.RepeatableAsync(token => BeginAsync(Request(query.Limit).WithStatement(bound, Rows), token), cancellationToken);
        while (await read.NextAsync(cancellationToken) is { } rows)
        {
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return new FactRow(read.Columns, row);
            }
        }
    }

    /// <inheritdoc/>
    public Task InsertAsync(string table, NativeBlock block, CancellationToken cancellationToken)
    {
        if (block.Rows == 0)
            return Task.CompletedTask;
        var token = Guid.NewGuid().ToString("N");
        return retry.RepeatableAsync(stop => CompleteAsync(Request(null).WithBlock(table, block.Bytes, token), stop), cancellationToken);
    }

    /// <summary>The server makes it whole before it answers, on its disk where it is large: an error then is no part of the file.</summary>
    async Task IParquetWriter.WriteParquetAsync(FactQuery query, Stream to, CancellationToken cancellationToken)
    {
        var bound = new ServerStatement(query);
        var request = await retry.RepeatableAsync(
            async token =>
            {
                var wanted = Request(query.Limit).With("wait_end_of_query", "1").WithStatement(bound, "Parquet");
                var run = new StatementRun(wanted, stopper, options.Grace, token);
                try
                {
                    return (Run: run, Body: await run.DoAsync(async stop => await AnswerBody.OpenAsync(await wire.SendAsync(wanted, stop), stop)));
                }
                catch
                {
                    run.Dispose();
                    throw;
                }
            },
            cancellationToken);
        using var made = request.Run;
        using var body = request.Body;
        var piece = new byte[1 << 16];
        while (await made.DoAsync(async stop => await body.ReadAsync(piece, stop)) is var count and > 0)
            await to.WriteAsync(piece.AsMemory(0, count), cancellationToken);
    }

    /// <summary>Nothing is open between statements.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ServerRequest Request(TimeSpan? limit) => new(Database, options, limit ?? options.QueryTimeout);

    // A statement without rows: an answer with anything in it is a failure that came after the head, or somebody else's.
    private async Task<bool> CompleteAsync(ServerRequest request, CancellationToken cancellationToken)
    {
        using var run = new StatementRun(request, stopper, options.Grace, cancellationToken);
        await run.DoAsync(async stop =>
        {
            using var body = await AnswerBody.OpenAsync(await wire.SendAsync(request, stop), stop);
            string text;
            try
            {
                text = await body.TextAsync(stop);
            }
            catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException)
            {
                throw new UnansweredException(Reach.Unknown, ServerError.Lost("The connection to the server broke in its answer", exception));
            }
            return text.Length == 0
                ? true
                : throw ServerError.In(text) ?? new StoreQueryException($"{options} answered a statement with something that ClickHouse does not say.", ServerError.Unreachable);
        });
        return true;
    }

    private async Task<StatementRead> BeginAsync(ServerRequest request, CancellationToken cancellationToken)
    {
        var run = new StatementRun(request, stopper, options.Grace, cancellationToken);
        try
        {
            var answer = await run.DoAsync(async stop =>
            {
                var response = await wire.SendAsync(request, stop);
                var tag = response.Headers.TryGetValues("X-ClickHouse-Exception-Tag", out var tags) ? tags.First() : null;
                var opened = new ServerAnswer(await AnswerBody.OpenAsync(response, stop), tag);
                try
                {
                    await opened.BeginAsync(stop);
                    return opened;
                }
                catch
                {
                    opened.Dispose();
                    throw;
                }
            });
            return new StatementRead(run, answer);
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }
}
