using System.Runtime.CompilerServices;
using Listening.Store.Engine.Embedded;
using Listening.Storing;

namespace Listening.Store.Engine;

/// <summary>One database of the embedded engine; safe for any number of callers at once.</summary>
public sealed class EmbeddedClickHouse : IClickHouse, IParquetWriter
{
    private readonly StatementKiller killer;
    private readonly TimeSpan timeout;
    private readonly ConnectionPool pool;
    private readonly string files;

    internal EmbeddedClickHouse(string database, ConnectionPool pool, StatementKiller killer, TimeSpan timeout, string files)
    {
        this.files = files;
        Database = database;
        this.pool = pool;
        this.killer = killer;
        this.timeout = timeout;
    }

    /// <summary>The default database of every statement.</summary>
    public string Database { get; }

    /// <inheritdoc/>
    public async Task ExecuteAsync(FactQuery statement, CancellationToken cancellationToken)
    {
        var values = new BoundValues(statement.Parameters);
        var limit = statement.Limit ?? timeout;
        using var lease = await RentAsync(limit, cancellationToken);
        using var result = await lease.RunAsync(
            connection =>
            {
                connection.SetLimit(limit);
                return connection.Query(statement.Sql, values);
            },
            cancellationToken);
        lease.Complete();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var values = new BoundValues(query.Parameters);
        var limit = query.Limit ?? timeout;
        using var lease = await RentAsync(limit, cancellationToken);
        await using var stream = await AnswerStream.OpenAsync(lease, query.Sql, values, limit, cancellationToken);
        RowBinaryHeader? header = null;
        while (await stream.NextAsync(cancellationToken) is { } piece)
        {
            using (piece)
            {
                header = RowBinaryHeader.Read(piece.Bytes, header, out var position);
                while (position < piece.Length)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return new FactRow(header.Columns, header.ReadRow(piece.Bytes, ref position));
                }
            }
        }
    }

    /// <inheritdoc/>
    public async Task InsertAsync(string table, NativeBlock block, CancellationToken cancellationToken)
    {
        if (block.Rows == 0)
            return;
        using var lease = await RentAsync(timeout, cancellationToken);
        await lease.RunAsync(
            connection =>
            {
                connection.SetLimit(timeout);
                connection.Insert("INSERT INTO " + table, block.Bytes.Span);
                return true;
            },
            cancellationToken);
        lease.Complete();
    }

    /// <summary>Made beside the data first: the engine gives a Parquet answer whole, which may be more than the memory holds.</summary>
    async Task IParquetWriter.WriteParquetAsync(FactQuery query, Stream to, CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(files);
        var path = Path.Combine(files, $"{Guid.NewGuid():N}.parquet");
        try
        {
            var name = path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
            await ExecuteAsync(query with { Sql = $"INSERT INTO FUNCTION file('{name}', 'Parquet')\n{query.Sql}" }, cancellationToken);
            await using var made = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await made.CopyToAsync(to, cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Waits for running statements and closes this database's connections.</summary>
    public async ValueTask DisposeAsync() => await pool.CloseAsync();

    private async Task<Lease> RentAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        new(pool, await pool.RentAsync(cancellationToken), killer, limit);
}
