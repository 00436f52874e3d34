using System.Text;

namespace Listening.Store.Engine.Embedded;

/// <summary>
/// One connection to the engine, with its own thread: one statement at a time. Two threads on one connection give wrong rows without an error, because
/// bound values belong to the connection.
/// </summary>
internal sealed unsafe class EngineConnection : IDisposable
{
    private static readonly byte[] Rows = "RowBinaryWithNamesAndTypes"u8.ToArray();
    private static readonly byte[] Native = "Native"u8.ToArray();
    private readonly ConnectionHandle handle;
    private TimeSpan limit;

    private EngineConnection(ConnectionHandle handle, string tag, TimeSpan limit)
    {
        this.handle = handle;
        this.limit = limit;
        Tag = tag;
        Thread = new ConnectionThread("ClickHouse " + tag);
    }

    /// <summary>The connection's <c>log_comment</c>: the engine gives statements no name, so this is how a running one is found.</summary>
    internal string Tag { get; }

    /// <summary>Where every call below has to run.</summary>
    internal ConnectionThread Thread { get; }

    internal static EngineConnection Open(IReadOnlyList<string> arguments, string? database, TimeSpan limit)
    {
        var tag = Guid.NewGuid().ToString("N");
        var handle = new ConnectionHandle(SuspensionSignal.Keep(() => Connect([.. arguments, "--log_comment=" + tag, "--max_execution_time=" + Seconds(limit)])));
        if (handle.IsInvalid)
            throw EngineError.Unknown("The engine refused a connection; its reason is on standard error.");
        var connection = new EngineConnection(handle, tag, limit);
        if (database is not null)
            connection.Query("USE " + database).Dispose();
        return connection;
    }

    /// <summary>Sets how long the next statements may take.</summary>
    internal void SetLimit(TimeSpan wanted)
    {
        if (wanted == limit)
            return;
        Query("SET max_execution_time = " + Seconds(wanted)).Dispose();
        limit = wanted;
    }

    /// <summary>Runs a statement whose answer, if any, is small.</summary>
    internal ResultHandle Query(string sql, BoundValues? values = null) => Start(sql, values, streaming: false);

    /// <summary>Starts a SELECT whose pieces are then fetched.</summary>
    internal ResultHandle OpenStream(string sql, BoundValues values) => Start(sql, values, streaming: true);

    /// <summary>The next piece, whole rows with their own header; empty at the end.</summary>
    internal ResultHandle Fetch(ResultHandle stream) => new ResultHandle(Libchdb.chdb_stream_fetch_result(handle.Connection, stream)).OrThrow();

    /// <summary>Gives a stream up between two fetches.</summary>
    internal void Cancel(ResultHandle stream) => Libchdb.chdb_stream_cancel_query(handle.Connection, stream);

    /// <summary>Inserts one block. Data never goes behind the SQL: text after an empty line there would be read as the next statement.</summary>
    internal void Insert(string sql, ReadOnlySpan<byte> block)
    {
        var query = Encoding.UTF8.GetBytes(sql);
        fixed (byte* queryStart = query, format = Native, data = block)
        {
            using var insert = new InsertHandle(
                Libchdb.chdb_stream_insert_n(handle.Connection, queryStart, (nuint)query.Length, format, (nuint)Native.Length));
            if (insert.IsInvalid)
                throw EngineError.Unknown("The engine did not begin an insert.");
            if (insert.Error is { } refused)
                throw EngineError.From(refused);
            if (Libchdb.chdb_stream_append(insert, data, (nuint)block.Length) != 0)
                throw EngineError.From(insert.Error ?? "The engine did not take the block.");
            new ResultHandle(Libchdb.chdb_stream_done(insert)).OrThrow().Dispose();
        }
    }

    /// <summary>Closes the connection; nothing may be running on it.</summary>
    public void Dispose()
    {
        Thread.Dispose();
        handle.Dispose();
    }

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{Math.Max(time.TotalSeconds, 0.001):0.###}");

    private static nint Connect(IReadOnlyList<string> arguments)
    {
        var text = Encoding.UTF8.GetBytes("listening\0" + string.Join('\0', arguments) + "\0");
        var starts = stackalloc byte*[arguments.Count + 1];
        fixed (byte* start = text)
        {
            var count = 0;
            for (var i = 0; i < text.Length; i++)
                if (i == 0 || text[i - 1] == 0)
                    starts[count++] = start + i;
            return Libchdb.chdb_connect(count, starts);
        }
    }

    private ResultHandle Start(string sql, BoundValues? values, bool streaming)
    {
        var query = Encoding.UTF8.GetBytes(sql);
        var count = values?.Count ?? 0;
        var starts = stackalloc byte*[2 * count];
        var lengths = stackalloc nuint[2 * count];
        fixed (byte* queryStart = query, format = Rows, valueStart = values?.Bytes)
        {
            for (var i = 0; i < 2 * count; i++)
            {
                var (start, length) = values!.Part(i);
                var place = (i % 2 * count) + (i / 2);
                starts[place] = valueStart + start;
                lengths[place] = (nuint)length;
            }
            var result = streaming
                ? Libchdb.chdb_stream_query_with_params_n(handle.Connection, queryStart, (nuint)query.Length, format, (nuint)Rows.Length,
                    starts, lengths, starts + count, lengths + count, (nuint)count)
                : Libchdb.chdb_query_with_params_n(handle.Connection, queryStart, (nuint)query.Length, format, (nuint)Rows.Length,
                    starts, lengths, starts + count, lengths + count, (nuint)count);
            return new ResultHandle(result).OrThrow();
        }
    }
}
