using System.Globalization;
using System.Text;

namespace Listening.Store.Engine.Server;

/// <summary>One statement on its way: what stands in the address, and the body.</summary>
internal sealed class ServerRequest
{
    private readonly StringBuilder query = new();

    internal ServerRequest(string? database, ServerOptions options, TimeSpan limit)
    {
        Limit = limit;
        With("query_id", QueryId);
        if (database is not null)
            With("database", database);
        With("max_execution_time", limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture));
        With("session_timezone", "UTC");
        With("do_not_merge_across_partitions_select_final", "1");
        // An archive may reach back a century.
        With("max_partitions_per_insert_block", "1000");
        With("enable_http_compression", options.Compressed ? "1" : "0");
        // A reader that thinks for a while between two rows is no reason to hang up.
        With("http_send_timeout", "600");
        if (options.MemoryLimitBytes is { } memory)
            With("max_memory_usage", Number(memory)).With("max_bytes_before_external_group_by", Number(memory / 3)).With("max_bytes_before_external_sort", Number(memory / 3));
    }

    /// <summary>By this it can be stopped. New for each sending: a server refuses a name that still runs.</summary>
    internal string QueryId { get; } = Guid.NewGuid().ToString("N");

    internal TimeSpan Limit { get; }

    /// <summary>What follows the <c>?</c>.</summary>
    internal string Query => query.ToString();

    internal ReadOnlyMemory<byte> Body { get; private set; }

    internal ServerRequest With(string name, string value)
    {
        query.Append(query.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return this;
    }

    /// <summary>A statement with its values.</summary>
    internal ServerRequest WithStatement(ServerStatement statement, string format)
    {
        With("default_format", format).With("max_query_size", Number((1 << 20) + (4L * statement.Sql.Length)));
        foreach (var (name, value) in statement.Values)
            With("param_" + name, value);
        Body = Encoding.UTF8.GetBytes(statement.Sql);
        return this;
    }

    /// <summary>An insert whose rows are the body.</summary>
    internal ServerRequest WithBlock(string table, ReadOnlyMemory<byte> block, string token)
    {
        // Servers queue inserts by themselves and would answer for rows that are not stored yet.
        With("query", $"INSERT INTO {table} FORMAT Native").With("async_insert", "0").With("wait_end_of_query", "1");
        // A misspelt column of a block is an error, not dropped.
        With("input_format_skip_unknown_fields", "0").With("insert_deduplication_token", token);
        Body = block;
        return this;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
