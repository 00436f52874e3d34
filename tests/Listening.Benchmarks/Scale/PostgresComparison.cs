using System.Diagnostics;
using System.Globalization;
using Listening.Store.Engine;
using Listening.Storing;
using Npgsql;

namespace Listening.Benchmarks.Scale;

/// <summary>
/// The same questions asked of Listening's facts in ClickHouse and of PostgreSQL, both ways and labelled: the same facts with an index, and the
/// self-join over posts that tools do which never derived a fact.
/// </summary>
public static class PostgresComparison
{
    /// <summary>What stands above the table.</summary>
    public const string Said = """
        PostgreSQL has 4 GB of shared buffers, 256 MB of work memory, two parallel workers, was loaded by COPY, indexed, vacuumed and warmed;
        every question is asked seven times, the median counts. *Same facts*: the waits that Listening derived, copied, with a covering index by brand and
        instant; both sides answer by one statement. *Self-join*: posts as they came, the first answer found by looking for the earliest reply of the
        brand to each post (indexed by parent): what it costs when nobody derived facts on the way in. It is not the same number: it cannot see who waits
        for whom across turns, and it is asked of the same posts.
        """;

    private const int Repeats = 7;

    /// <summary>Copies the facts out of a store that nobody has open, and asks both about periods that end with the data.</summary>
    public static async Task<List<ComparedQuestion>> MeasureAsync(string folder, string store, DateTimeOffset dataEnd)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("The engine runs on Linux.");
        await using var engine = EmbeddedEngine.Open(new EmbeddedOptions { Directory = store });
        var facts = engine.Database("published");
        var exported = Directory.CreateDirectory(Path.Combine(folder, "export")).FullName;
        File.SetUnixFileMode(exported, (UnixFileMode)0b111_111_111);
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        await ExportAsync(facts, exported);
        await using var server = await PostgresInstance.StartAsync(Path.Combine(folder, "postgres"));
        await using var postgres = NpgsqlDataSource.Create(server.ConnectionString);
        await ExecuteAsync(postgres, (await ReadAsync("Load.postgres.sql")).Replace("{folder}", exported, StringComparison.Ordinal));
        Directory.Delete(exported, recursive: true);

        var end = dataEnd.UtcDateTime;
        var asked = new List<ComparedQuestion>();
        foreach (var (period, length) in TileClock.Periods)
        {
            var from = end - length;
            asked.Add(await AskAsync("same facts: complaints, answered within an hour, median of the answered", "Answers", period, facts, postgres, from, end));
            asked.Add(await AskAsync("same facts: who answered first", "Race", period, facts, postgres, from, end));
            asked.Add(await AskAsync("same posts: volume by day", "Volume", period, facts, postgres, from, end));
            asked.Add(await AskAsync("self-join: answered posts, median first answer", "SelfJoin", period, facts, postgres, from, end));
        }
        return asked;
    }

    private static async Task<ComparedQuestion> AskAsync(
        string question, string file, string period, EmbeddedClickHouse facts, NpgsqlDataSource postgres, DateTime from, DateTime to)
    {
        var (there, thereRows) = await MedianAsync(async () => await PostgresAsync(postgres, await ReadAsync(file + ".postgres.sql"), from, to));
        var (here, hereRows) = await MedianAsync(async () => await ClickHouseAsync(facts, await ReadAsync(file + ".clickhouse.sql"), from, to));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{question} over {period}: {here:N1} ms here, {there:N1} ms there"));
        return new(question, period, here, there, hereRows == thereRows ? hereRows : $"{hereRows} here, {thereRows} there");
    }

    private static async Task<(double Milliseconds, string Rows)> MedianAsync(Func<Task<string>> ask)
    {
        var rows = await ask();
        var times = new List<double>();
        for (var i = 0; i < Repeats; i++)
        {
            var started = Stopwatch.GetTimestamp();
            rows = await ask();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (times[0] > 10_000) break; // a minute and more for the same answer tells nothing more
        }
        return (Quantiles.Of(times, 0.5), rows);
    }

    private static async Task<string> ClickHouseAsync(EmbeddedClickHouse facts, string sql, DateTime from, DateTime to)
    {
        var query = new FactQuery(sql, new Dictionary<string, object?> { ["from"] = new DateTimeOffset(from, TimeSpan.Zero), ["to"] = new DateTimeOffset(to, TimeSpan.Zero) }, TimeSpan.FromMinutes(10));
        await foreach (var row in facts.ReadAsync(query, CancellationToken.None)) return row.Get<string>("answer");
        return "nothing";
    }

    private static async Task<string> PostgresAsync(NpgsqlDataSource postgres, string sql, DateTime from, DateTime to)
    {
        await using var command = postgres.CreateCommand(sql);
        command.CommandTimeout = 600;
        command.Parameters.Add(new NpgsqlParameter<DateTime>("from", from));
        command.Parameters.Add(new NpgsqlParameter<DateTime>("to", to));
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) ?? "nothing";
    }

    private static async Task ExportAsync(EmbeddedClickHouse facts, string folder)
    {
        foreach (var file in (string[])["waits", "posts"])
        {
            var sql = (await ReadAsync($"Export.{file}.clickhouse.sql")).Replace("{file}", Path.Combine(folder, file + ".csv"), StringComparison.Ordinal);
            await facts.ExecuteAsync(new FactQuery(sql, new Dictionary<string, object?>(), TimeSpan.FromHours(1)), CancellationToken.None);
        }
    }

    private static async Task ExecuteAsync(NpgsqlDataSource postgres, string script)
    {
        await using var connection = await postgres.OpenConnectionAsync();
        foreach (var statement in script.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 3600 };
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<string> ReadAsync(string name)
    {
        await using var stream = typeof(PostgresComparison).Assembly.GetManifestResourceStream("Scale/Sql/" + name)!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
