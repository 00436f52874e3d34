using System.Globalization;
using System.Text;

namespace Listening.Store.Engine.Embedded;

/// <summary>What the engine is told when it starts and at each connection.</summary>
internal static class EngineSettings
{
    /// <summary>
    /// Writes the engine's configuration into its directory and says the arguments of every connection. The file is always named: by itself the engine
    /// takes any config.xml of the current directory.
    /// </summary>
    internal static IReadOnlyList<string> Arguments(string directory, long memory)
    {
        var file = Path.Combine(directory, "engine.xml");
        var backups = Path.Combine(directory, "backups/");
        File.WriteAllText(file, Configuration(memory, backups), new UTF8Encoding(false));
        return
        [
            "--path=" + directory,
            "--config-file=" + file,
            "--session_timezone=UTC",
            "--do_not_merge_across_partitions_select_final=1",
            "--max_memory_usage=" + Number(memory / 4 * 3),
            "--max_bytes_before_external_group_by=" + Number(memory / 4),
            "--max_bytes_before_external_sort=" + Number(memory / 4),
            // An archive may reach back a century; the default of 100 quarters would refuse its first batch.
            "--max_partitions_per_insert_block=1000",
            // A misspelt column of a block is an error, not dropped.
            "--input_format_skip_unknown_fields=0",
        ];
    }

    // The pools are small because each takes its threads at once and keeps them: dropping one table starts 128 by default.
    private static string Configuration(long memory, string backups) =>
        $"""
        <clickhouse>
          <max_server_memory_usage>{Number(memory)}</max_server_memory_usage>
          <mark_cache_size>{Number(Math.Min(256L << 20, memory / 16))}</mark_cache_size>
          <max_parts_cleaning_thread_pool_size>2</max_parts_cleaning_thread_pool_size>
          <database_catalog_drop_table_concurrency>2</database_catalog_drop_table_concurrency>
          <max_outdated_parts_loading_thread_pool_size>2</max_outdated_parts_loading_thread_pool_size>
          <backups><allowed_path>{System.Security.SecurityElement.Escape(backups)}</allowed_path></backups>
        </clickhouse>

        """;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
