using System.Runtime.InteropServices;

namespace Listening.Store.Engine.Embedded;

/// <summary>The C functions of libchdb that we call; <c>clickhouse.md</c> says what was seen of each. Text is UTF-8 with its length, never NUL-terminated.</summary>
internal static unsafe partial class Libchdb
{
    internal const string Name = "chdb";

    // Connections. chdb_connect gives a pointer to the handle, or NULL with its reason on standard error only.
    [LibraryImport(Name)] internal static partial nint chdb_connect(int count, byte** arguments);

    [LibraryImport(Name)] internal static partial void chdb_close_conn(nint pointer);

    [LibraryImport(Name)] internal static partial void chdb_set_signal_handlers_enabled(int enabled);

    // Statements. A result is never NULL for lack of rows; it is freed by chdb_destroy_query_result, also when it is an error.
    [LibraryImport(Name)]
    internal static partial nint chdb_query_with_params_n(
        nint connection, byte* query, nuint queryLength, byte* format, nuint formatLength,
        byte** names, nuint* nameLengths, byte** values, nuint* valueLengths, nuint count);

    [LibraryImport(Name)] internal static partial byte* chdb_result_buffer(ResultHandle result);

    [LibraryImport(Name)] internal static partial nuint chdb_result_length(ResultHandle result);

    [LibraryImport(Name)] internal static partial byte* chdb_result_error(ResultHandle result);

    [LibraryImport(Name)] internal static partial void chdb_destroy_query_result(nint result);

    // Streams. The stream and every piece of it are results.
    [LibraryImport(Name)]
    internal static partial nint chdb_stream_query_with_params_n(
        nint connection, byte* query, nuint queryLength, byte* format, nuint formatLength,
        byte** names, nuint* nameLengths, byte** values, nuint* valueLengths, nuint count);

    [LibraryImport(Name)] internal static partial nint chdb_stream_fetch_result(nint connection, ResultHandle stream);

    [LibraryImport(Name)] internal static partial void chdb_stream_cancel_query(nint connection, ResultHandle stream);

    // Inserts. The stream is always freed by chdb_destroy_insert_stream.
    [LibraryImport(Name)]
    internal static partial nint chdb_stream_insert_n(nint connection, byte* query, nuint queryLength, byte* format, nuint formatLength);

    [LibraryImport(Name)] internal static partial int chdb_stream_append(InsertHandle stream, byte* data, nuint length);

    [LibraryImport(Name)] internal static partial nint chdb_stream_done(InsertHandle stream);

    [LibraryImport(Name)] internal static partial void chdb_stream_cancel_insert(InsertHandle stream);

    [LibraryImport(Name)] internal static partial byte* chdb_stream_insert_error(InsertHandle stream);

    [LibraryImport(Name)] internal static partial void chdb_destroy_insert_stream(nint stream);
}
