using System.Diagnostics;
using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Benchmarks;

/// <summary>The baseline: the same engine reads the same file by itself into one plain table, with no identity, no conversation, no clock.</summary>
public static class EngineAlone
{
    private const string Schema =
        "source LowCardinality(String), id String, author Tuple(id String, handle String), text String, postedAt DateTime64(3, \\'UTC\\'), inReplyTo Nullable(String), mentions Array(String)";

    /// <summary>How long it took and what lies on disk after it.</summary>
    public static async Task<(TimeSpan Took, long DiskBytes)> ReadAsync(string directory, string file)
    {
        TimeSpan took;
        await using (var engine = EmbeddedEngine.Open(new EmbeddedOptions { Directory = directory }))
        {
            var database = engine.Database("baseline");
            await RunAsync(database, $"CREATE TABLE posts ({Schema.Replace("\\'", "'", StringComparison.Ordinal)}) ENGINE = MergeTree ORDER BY postedAt");
            var started = Stopwatch.GetTimestamp();
            await RunAsync(database, $"INSERT INTO posts SELECT * FROM file('{file}', 'JSONEachRow', '{Schema}') SETTINGS date_time_input_format = 'best_effort'");
            took = Stopwatch.GetElapsedTime(started);
        }
        return (took, new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(part => part.Length));
    }

    private static Task RunAsync(EmbeddedClickHouse database, string sql) =>
        database.ExecuteAsync(new FactQuery(sql, new Dictionary<string, object?>(), TimeSpan.FromHours(1)), CancellationToken.None);
}
