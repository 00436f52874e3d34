using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Listening.Benchmarks.Scale;

/// <summary>
/// What every cost is and how it grows: one store that is filled step by step, measured at each size from outside. The whole is measured at
/// <c>--whole</c> million posts, the rest of the sizes get what a curve needs.
/// </summary>
public static partial class ScaleMeasurements
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Measures; writes FILE.json after every step, FILE.md and FILE.png at the end; 0.</summary>
    public static async Task<int> RunAsync(ScaleArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var folder = Directory.CreateDirectory(Path.Combine(arguments.Folder, "listening-scale")).FullName;
        // The last answers too are older than now: nothing but what is sent moves a tile.
        var now = TimeProvider.System.GetUtcNow();
        var results = arguments.Continue
            ? JsonSerializer.Deserialize<ScaleResults>(await File.ReadAllTextAsync(arguments.Out + ".json"))!
            : new ScaleResults(DateOnly.FromDateTime(now.UtcDateTime), Machine.Description, [], [], now.AddDays(-370));
        try
        {
            await using var program = new ListeningProgram(Path.Combine(folder, "data"));
            foreach (var millions in arguments.Sizes.Where(size => size * 1_000_000L > (results.Steps.LastOrDefault()?.Posts ?? 0)))
            {
                var before = results.Steps.LastOrDefault();
                var step = new ScaleStep { Posts = millions * 1_000_000L, Imported = (int)(millions * 1_000_000L - (before?.Posts ?? 0)) };
                results.Steps.Add(step);
                await GrowAsync(folder, program, step, results.Start!.Value, before?.Conversations ?? 0);
                await MeasureAsync(program, step, millions == arguments.Whole, End(results), arguments, () => SaveAsync(results, arguments.Out));
                if (millions == arguments.Whole && arguments.Postgres)
                {
                    Say("beside PostgreSQL");
                    results.Comparison.AddRange(await PostgresComparison.MeasureAsync(folder, Path.Combine(folder, "data", "clickhouse"), End(results)));
                }
                await SaveAsync(results, arguments.Out);
            }
        }
        finally
        {
            if (!arguments.Keep) Directory.Delete(folder, recursive: true);
        }
        return await DrawAsync(arguments.Out);
    }

    /// <summary>Asks PostgreSQL the questions again that are kept in FILE.json, of a store that <c>--keep yes</c> left in FOLDER; 0.</summary>
    public static async Task<int> CompareAsync(string folder, string path)
    {
        var results = JsonSerializer.Deserialize<ScaleResults>(await File.ReadAllTextAsync(path + ".json"))!;
        results.Comparison.Clear();
        folder = Path.Combine(folder, "listening-scale");
        results.Comparison.AddRange(await PostgresComparison.MeasureAsync(folder, Path.Combine(folder, "data", "clickhouse"), End(results)));
        await SaveAsync(results, path);
        return await DrawAsync(path);
    }

    /// <summary>Follows posts into the browser again, with a store that <c>--keep yes</c> left in FOLDER; 0.</summary>
    public static Task<int> MovesAsync(string folder, string path, int samples) => AgainAsync(folder, path, async (program, client, results) =>
    {
        var link = new Uri(LinkPattern().Match((await program.RunAsync("link")).Output).Value);
        results.Steps[^1].Moves = await BrowserClock.MeasureAsync(new ScaleArguments().Chromium, link, client, samples);
    });

    /// <summary>Asks the tiles of an optimized store again that <c>--keep yes</c> left in FOLDER; 0.</summary>
    public static Task<int> TilesAsync(string folder, string path, int rounds) => AgainAsync(folder, path, async (_, client, results) =>
    {
        var step = results.Steps[^1];
        step.Tiles.RemoveAll(time => time.Optimized);
        step.Tiles.AddRange(await new TileClock(client, End(results)).MeasureAsync(1, rounds, optimized: true));
    });

    private static async Task<int> AgainAsync(string folder, string path, Func<ListeningProgram, HttpClient, ScaleResults, Task> measure)
    {
        var results = JsonSerializer.Deserialize<ScaleResults>(await File.ReadAllTextAsync(path + ".json"))!;
        await using var program = new ListeningProgram(Path.Combine(folder, "listening-scale", "data"));
        var secret = (await program.RunAsync("key", "add", $"again-{TimeProvider.System.GetUtcNow():HHmmss}", "--scope", "read,ingest")).Output.Trim();
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        await program.ServeAsync(address);
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        await measure(program, client, results);
        await SaveAsync(results, path);
        return await DrawAsync(path);
    }

    // After every measurement: a run that is cut off has said what it knows.
    private static Task SaveAsync(ScaleResults results, string path) => File.WriteAllTextAsync(path + ".json", JsonSerializer.Serialize(results, Indented));

    /// <summary>Writes table and chart again from what was measured; 0.</summary>
    public static async Task<int> DrawAsync(string path)
    {
        var results = JsonSerializer.Deserialize<ScaleResults>(await File.ReadAllTextAsync(path + ".json"))!;
        var table = ScaleTable.Of(results);
        Console.WriteLine(table);
        await File.WriteAllTextAsync(path + ".md", table);
        await GrowthChart.DrawAsync(results, path + ".png");
        return 0;
    }

    private static async Task GrowAsync(string folder, ListeningProgram program, ScaleStep step, DateTimeOffset start, long conversations)
    {
        var file = Path.Combine(folder, "year.ndjson");
        Say($"{step.Posts:N0} posts: writing {step.Imported:N0}");
        step.Conversations = await SyntheticYear.WriteAsync(file, step.Imported, start, conversations);
        Say("the engine alone");
        var baseline = Path.Combine(folder, "baseline");
        step.BaselineRate = step.Imported / (await EngineAlone.ReadAsync(baseline, file)).Took.TotalSeconds;
        Directory.Delete(baseline, recursive: true);
        Say("listening import");
        var import = await program.RunAsync("import", file);
        File.Delete(file);
        (step.ImportRate, step.ImportPeakBytes) = (step.Imported / import.Took.TotalSeconds, import.PeakBytes);
        step.DiskBytes = program.DiskBytes;
    }

    // Periods end where the data does: a day behind it would be an empty one, and quick for nothing.
    private static DateTimeOffset End(ScaleResults results) => results.Start!.Value.AddDays(364);

    private static async Task MeasureAsync(ListeningProgram program, ScaleStep step, bool whole, DateTimeOffset end, ScaleArguments arguments, Func<Task> saveAsync)
    {
        var secret = (await program.RunAsync("key", "add", $"benchmark-{step.Posts}", "--scope", "read,ingest")).Output.Trim();
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        Say("listening serve");
        step.StartSeconds = (await program.ServeAsync(address)).TotalSeconds;
        await Task.Delay(TimeSpan.FromSeconds(10));
        step.IdleBytes = program.ServerMemory;

        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        var tiles = new TileClock(client, end);
        await MeasureTilesAsync(tiles, step, whole, optimized: false, arguments, saveAsync);
        step.AfterTilesBytes = program.ServerMemory;
        await saveAsync();
        if (whole)
        {
            Say("live posts");
            step.Live = await new LiveLoad(client).MeasureAsync(new TileClock(client, TimeProvider.System.GetUtcNow()));
            await saveAsync();
            Say("moves in the browser");
            var link = new Uri(LinkPattern().Match((await program.RunAsync("link")).Output).Value);
            step.Moves = await BrowserClock.MeasureAsync(arguments.Chromium, link, client, arguments.Moves);
        }

        step.PeakBytes = program.ServerPeakMemory;
        await program.StopAsync();
        await saveAsync();
        Say("the nightly optimize");
        step.OptimizeSeconds = (await program.RunAsync("optimize")).Took.TotalSeconds;
        if (whole || step.Posts >= 10_000_000)
        {
            await program.ServeAsync(address);
            await MeasureTilesAsync(tiles, step, whole, optimized: true, arguments, saveAsync);
            await program.StopAsync();
            await saveAsync();
        }
        if (step.Posts > arguments.Whole * 1_000_000L) return; // how it grows is seen by then, and thirty million would take a quarter of an hour
        Say("listening rebuild");
        step.RebuildSeconds = (await program.RunAsync("rebuild")).Took.TotalSeconds;
    }

    private static async Task MeasureTilesAsync(TileClock tiles, ScaleStep step, bool whole, bool optimized, ScaleArguments arguments, Func<Task> saveAsync)
    {
        Say(optimized ? "tiles after the optimize" : "tiles");
        step.Tiles.AddRange(await tiles.MeasureAsync(1, arguments.Rounds, optimized));
        if (!whole) return;
        await saveAsync();
        Say("tiles with 20 viewers");
        step.Tiles.AddRange(await tiles.MeasureAsync(20, Math.Max(3, arguments.Rounds / 4), optimized));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Say(string what) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():HH:mm:ss} {what}"));

    [GeneratedRegex(@"http://\S+/sign-in\?token=\S+")]
    private static partial Regex LinkPattern();
}
