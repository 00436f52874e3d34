using System.Diagnostics;
using System.Globalization;
using Listening.Brands;
using Listening.Measuring;
using Listening.Metrics;
using Listening.Store;
using Listening.Storing;
using Listening.Web.Dashboards;
using Listening.Web.Measuring;
using Listening.Web.Security;
using Listening.Web.Streaming;
using Microsoft.Extensions.DependencyInjection;

namespace Listening.Benchmarks.WayOut;

/// <summary>
/// Every tile of the operations dashboard over a day, a month and a year, with the period before: alone and with twenty viewers who ask at the same moment,
/// as imported and after the nightly optimize. In this process, so without what HTTP costs.
/// </summary>
public static class WayOutMeasurements
{
    private const int Alone = 10;
    private const int Together = 3;
    private const int Viewers = 20;

    private static readonly (string Name, TimeSpan Length)[] Periods =
        [("a day", TimeSpan.FromDays(1)), ("a month", TimeSpan.FromDays(30)), ("a year", TimeSpan.FromDays(365))];

    private static readonly IReadOnlyList<Brand> Brands =
    [
        new() { Name = "Aurora" }, new() { Name = "Borealis", Kind = BrandKind.Competitor }, new() { Name = "Cygnus", Kind = BrandKind.Competitor },
    ];

    private static int asked;

    /// <summary>Measures and prints; 0. <c>LISTENING_WAY_OUT</c> names a directory of facts that is kept and used again.</summary>
    public static async Task<int> RunAsync(Arguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var kept = Environment.GetEnvironmentVariable("LISTENING_WAY_OUT");
        var folder = kept ?? Directory.CreateTempSubdirectory("listening-way-out-").FullName;
        try
        {
            var end = TimeProvider.System.GetUtcNow();
            if (!Directory.Exists(Path.Combine(folder, "store")))
            {
                Say($"writing {arguments.Posts:N0} posts");
                await SyntheticFacts.WriteAsync(folder, arguments.Posts, end);
            }

            var table = await MeasureAsync(folder, arguments.Posts, end);
            Console.WriteLine(table);
            if (arguments.Out is not null) await File.WriteAllTextAsync(arguments.Out, table);
            return 0;
        }
        finally
        {
            if (kept is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> MeasureAsync(string folder, int posts, DateTimeOffset end)
    {
        var table = new Table($"The way out at {posts:N0} posts");
        await using var room = await StoreRoom.OpenAsync(new StoreOptions { Directory = folder, Durability = Durability.Process }, TimeProvider.System, CancellationToken.None);
        await using var services = new ServiceCollection().AddSingleton<IFactReader>(room.Facts).AddSingleton(new CurrentRegistry(new BrandRegistry(Brands)))
            .AddSingleton(TimeProvider.System).AddListeningMetrics().AddSingleton<TileEvaluator>().AddSingleton<TileReadings>().BuildServiceProvider();
        var dashboard = DashboardFolder.Read(Path.Combine(AppContext.BaseDirectory, "dashboards"), services.GetRequiredService<IMetrics>().Catalogue).Find("operations")!;
        var readings = services.GetRequiredService<TileReadings>();
        await MeasureAsync(table, dashboard, readings, end, "as imported");
        Say("the nightly optimize");
        var started = Stopwatch.GetTimestamp();
        var merged = await room.Optimizer.OptimizeAsync(CancellationToken.None);
        table.Add("the nightly optimize", $"{Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s", $"{merged.Count} quarters");
        await MeasureAsync(table, dashboard, readings, end, "optimized");
        return table.ToString();
    }

    private static async Task MeasureAsync(Table table, Dashboard dashboard, TileReadings readings, DateTimeOffset end, string state)
    {
        foreach (var (period, length) in Periods)
        {
            Say($"{period}, {state}");
            var (alone, together) = (new List<double>(), new List<double>());
            foreach (var tile in dashboard.Tiles)
            {
                await readings.ReadAsync(Topic(tile, end, length), tile, CancellationToken.None); // what only the first ever pays
                var own = new List<double>();
                for (var i = 0; i < Alone; i++) own.Add(await TimeAsync(readings, Topic(tile, end, length), tile));
                var shared = new List<double>();
                for (var i = 0; i < Together; i++)
                {
                    var topic = Topic(tile, end, length);
                    shared.AddRange(await Task.WhenAll(Enumerable.Range(0, Viewers).Select(_ => TimeAsync(readings, topic, tile))));
                }

                table.Add($"`{tile.Id}` over {period}, {state}", Said(own), $"{Viewers} viewers {Said(shared)}");
                alone.AddRange(own);
                together.AddRange(shared);
            }

            table.Add($"**all over {period}, {state}**", $"**{Said(alone)}**", $"**{Viewers} viewers {Said(together)}**");
        }
    }

    // Another end each time: the same question again would be answered from what is known already.
    private static TileTopic Topic(TileDefinition tile, DateTimeOffset end, TimeSpan length)
    {
        var to = end.AddSeconds(-Interlocked.Increment(ref asked));
        return new("operations", tile.Id, new MetricParameters { From = (to - length).ToString("O", CultureInfo.InvariantCulture), To = to.ToString("O", CultureInfo.InvariantCulture), Compare = "previous" }, new Sight(false));
    }

    private static async Task<double> TimeAsync(TileReadings readings, TileTopic topic, TileDefinition tile)
    {
        var started = Stopwatch.GetTimestamp();
        await readings.ReadAsync(topic, tile, CancellationToken.None);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static string Said(List<double> times)
    {
        var sorted = times.Order().ToList();
        return $"p50 {sorted[(sorted.Count - 1) / 2]:N0} ms, p95 {sorted[(int)Math.Ceiling(0.95 * sorted.Count) - 1]:N0} ms";
    }

    private static void Say(string what) => Console.Error.WriteLine($"… {what}");
}
