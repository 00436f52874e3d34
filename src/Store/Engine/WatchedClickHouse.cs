using System.Runtime.CompilerServices;
using Listening.Storing;

namespace Listening.Store.Engine;

/// <summary>A ClickHouse whose statements are watched.</summary>
internal sealed class WatchedClickHouse(IClickHouse clickHouse, StatementWatch watch) : IClickHouse, IParquetWriter
{
    /// <inheritdoc/>
    public Task ExecuteAsync(FactQuery statement, CancellationToken cancellationToken) =>
        WatchAsync("execute", statement.Sql, 0, () => clickHouse.ExecuteAsync(statement, cancellationToken));

    /// <inheritdoc/>
    public Task InsertAsync(string table, NativeBlock block, CancellationToken cancellationToken) =>
        WatchAsync("insert", table, block.Rows, () => clickHouse.InsertAsync(table, block, cancellationToken));

    /// <inheritdoc/>
    public Task WriteParquetAsync(FactQuery query, Stream to, CancellationToken cancellationToken) => clickHouse is IParquetWriter writer
        ? WatchAsync("file", query.Sql, 0, () => writer.WriteParquetAsync(query, to, cancellationToken))
        : throw new NotSupportedException($"{clickHouse.GetType().Name} writes no Parquet files.");

    /// <inheritdoc/>
    public async IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (spent, rows, code) = (TimeSpan.Zero, 0L, (int?)null);
        await using var answer = clickHouse.ReadAsync(query, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await NextAsync())
            {
                rows++;
                yield return answer.Current;
            }
        }
        finally
        {
            watch.Note("read", query.Sql, spent, rows, code);
        }

        async ValueTask<bool> NextAsync()
        {
            var begin = watch.Begin();
            try
            {
                return await answer.MoveNextAsync();
            }
            catch (StoreQueryException exception)
            {
                code = exception.Code;
                throw;
            }
            finally
            {
                spent += watch.Since(begin);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => clickHouse.DisposeAsync();

    private async Task WatchAsync(string kind, string text, long rows, Func<Task> run)
    {
        var begin = watch.Begin();
        int? code = null;
        try
        {
            await run();
        }
        catch (StoreQueryException exception)
        {
            code = exception.Code;
            throw;
        }
        finally
        {
            watch.Note(kind, text, watch.Since(begin), rows, code);
        }
    }
}
