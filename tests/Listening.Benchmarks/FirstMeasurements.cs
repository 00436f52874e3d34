using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net;
using System.Text.Json;

namespace Listening.Benchmarks;

/// <summary>
/// What a newcomer's first million posts cost: import, start, tiles, memory, disk; beside the engine alone reading the same file into one
/// plain table. The program is run as it is installed and measured from outside.
/// </summary>
public static class FirstMeasurements
{
    private const int Repeats = 30;
    private static readonly DateTimeOffset End = new(2026, 10, 31, 0, 0, 0, TimeSpan.Zero);
    private static readonly (string Name, TimeSpan Length)[] Periods =
        [("a day", TimeSpan.FromDays(1)), ("a month", TimeSpan.FromDays(30)), ("a year", TimeSpan.FromDays(365))];

    /// <summary>Measures and prints; 0.</summary>
    public static async Task<int> RunAsync(Arguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var folder = Directory.CreateTempSubdirectory("listening-first-").FullName;
        try
        {
            var table = await MeasureAsync(folder, arguments.Posts);
            Console.WriteLine(table);
            if (arguments.Out is not null) await File.WriteAllTextAsync(arguments.Out, table);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> MeasureAsync(string folder, int posts)
    {
        var table = new Table($"First measurements at {posts:N0} posts");
        var file = Path.Combine(folder, "year.ndjson");
        Say("writing the year");
        await SyntheticYear.WriteAsync(file, posts);

        Say("the engine alone");
        var baseline = await EngineAlone.ReadAsync(Path.Combine(folder, "baseline"), file);
        table.Add("baseline: the engine alone reads the same NDJSON into one table", $"{posts / baseline.Took.TotalSeconds:N0} posts/s", $"{Megabytes(baseline.DiskBytes)} on disk");

        Say("listening import");
        var data = Path.Combine(folder, "data");
        await using var program = new ListeningProgram(data);
        var import = await program.RunAsync("import", file);
        table.Add("import, conversations and waits included", $"{posts / import.Took.TotalSeconds:N0} posts/s", $"{import.Took.TotalSeconds:N1} s, {import.Took / baseline.Took:N1} × the baseline, peak {Megabytes(import.PeakBytes)}");
        table.Add("disk", Megabytes(DiskBytes(data)), $"{DiskBytes(data) / (double)posts:N0} bytes a post");

        var secret = (await program.RunAsync("key", "add", "benchmark", "--scope", "read")).Output.Trim();
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        Say("listening serve");
        var start = await program.ServeAsync(address);
        table.Add("start until /readyz answers 200", $"{start.TotalSeconds:N1} s", "data of the row above");
        table.Add("memory at idle, after the start", Megabytes(program.ServerMemory), "resident");

        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        await MeasureTilesAsync(client, table);
        table.Add("memory after all tiles", Megabytes(program.ServerMemory), "resident");
        return table.ToString();
    }

    private static async Task MeasureTilesAsync(HttpClient client, Table table)
    {
        var dashboard = await client.GetFromJsonAsync<JsonElement>("/api/v1/dashboards/operations");
        var tiles = dashboard.GetProperty("tiles").EnumerateArray().Select(tile => tile.GetProperty("id").GetString()!).ToList();
        foreach (var (name, length) in Periods)
        {
            Say($"tiles over {name}");
            var all = new List<double>();
            foreach (var tile in tiles)
            {
                var times = new List<double>();
                for (var i = 0; i < Repeats; i++)
                {
                    // Another end each time: the same question again would be answered by the engine's caches.
                    var to = End.AddSeconds(-i);
                    var question = $"/api/v1/dashboards/operations/tiles/{tile}?from={to - length:yyyy-MM-ddTHH:mm:ssZ}&to={to:yyyy-MM-ddTHH:mm:ssZ}&compare=previous";
                    var started = Stopwatch.GetTimestamp();
                    using var answer = await client.GetAsync(new Uri(question, UriKind.Relative));
                    answer.EnsureSuccessStatusCode();
                    await answer.Content.ReadAsByteArrayAsync();
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
                all.AddRange(times);
                table.Add($"tile `{tile}` over {name}", $"p50 {Quantile(times, 0.5):N0} ms, p95 {Quantile(times, 0.95):N0} ms", $"n = {times.Count}");
            }
            table.Add($"**all tiles over {name}**", $"**p50 {Quantile(all, 0.5):N0} ms, p95 {Quantile(all, 0.95):N0} ms**", $"n = {all.Count}, with the previous period beside it");
        }
    }

    private static double Quantile(List<double> values, double p)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(p * sorted.Count) - 1)];
    }

    private static long DiskBytes(string directory) =>
        new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("N0", CultureInfo.InvariantCulture) + " MB";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Say(string what) => Console.Error.WriteLine($"… {what}");
}
