using System.Diagnostics;
using Listening.Brands;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Sources.Files;
using Listening.Store;
using Listening.Store.Projecting;
using Listening.Storing;

namespace Listening.Benchmarks.WayIn;

/// <summary>
/// The way in, stage by stage, in this process: parse, store, project, rebuild, a live batch; beside the engine alone reading the same file into one
/// plain table. Of each stage the time the engine took is told too; statements that ran at once are counted each.
/// </summary>
public static class WayInMeasurements
{
    private const int Part = 20_000;
    private const int LivePosts = 100;
    private const int LiveBatches = 40;

    private static readonly BrandRegistry Registry = new(
    [
        new Brand { Name = "Aurora", Kind = BrandKind.Own, Handles = ["*:aurora"] },
        new Brand { Name = "Borealis", Kind = BrandKind.Competitor, Handles = ["*:borealis"] },
        new Brand { Name = "Cygnus", Kind = BrandKind.Competitor, Handles = ["*:cygnus"] },
    ]);

    /// <summary>Measures and prints; 0.</summary>
    public static async Task<int> RunAsync(Arguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var folder = Directory.CreateTempSubdirectory("listening-way-in-").FullName;
        try
        {
            var table = new Table($"The way in at {arguments.Posts:N0} posts");
            var file = Path.Combine(folder, "year.ndjson");
            await SyntheticYear.WriteAsync(file, arguments.Posts);
            var alone = await EngineAlone.ReadAsync(Path.Combine(folder, "baseline"), file);
            table.Add("the engine alone reads the same NDJSON into one table", Rate(arguments.Posts, alone.Took), $"{alone.Took.TotalSeconds:N1} s");
            await using (var room = await StoreRoom.OpenAsync(new StoreOptions { Directory = Path.Combine(folder, "store") }, TimeProvider.System, CancellationToken.None))
                await MeasureAsync(room, file, table);
            Console.WriteLine(table);
            if (arguments.Out is not null) await File.WriteAllTextAsync(arguments.Out, table.ToString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(StoreRoom room, string file, Table table)
    {
        var engine = new EngineTime(room.Statements);
        using var projector = room.Projector(Registry, new ClockRules());
        await projector.CatchUpAsync(CancellationToken.None);

        var started = Stopwatch.GetTimestamp();
        var posts = 0;
        await foreach (var line in ReadAsync(file)) posts += line.Post is null ? 0 : 1;
        table.Add("parse", Rate(posts, Stopwatch.GetElapsedTime(started)), "this thread alone");

        var (storing, part) = (TimeSpan.Zero, new List<CollectedPost>(Part));
        engine.Taken();
        await foreach (var line in ReadAsync(file))
        {
            part.Add(new(line.Post!, TimeProvider.System.GetUtcNow(), Arrival.Backfill));
            if (part.Count < Part) continue;
            storing += await TimeAsync(() => room.Posts.StoreAsync([new PostBatch([.. part])], CancellationToken.None));
            part.Clear();
        }

        storing += await TimeAsync(() => room.Posts.StoreAsync([new PostBatch([.. part])], CancellationToken.None));
        Say(table, "store", posts, storing, engine);
        Say(table, "project", posts, await TimeAsync(() => projector.CatchUpAsync(CancellationToken.None)), engine);
        Say(table, "rebuild", posts, await TimeAsync(() => projector.RebuildAsync(null, CancellationToken.None)), engine);
        await MeasureLiveAsync(room, projector, file, table, engine);
    }

    // Answers to conversations all over the year: the worst a live batch can be.
    private static async Task MeasureLiveAsync(StoreRoom room, FactProjector projector, string file, Table table, EngineTime engine)
    {
        var (spent, random) = (new List<double>(), new Random(7));
        var roots = new List<Post>();
        await foreach (var line in ReadAsync(file))
            if (random.Next(20) == 0 && roots.Count < LivePosts * LiveBatches)
                roots.Add(line.Post!);
        for (var batch = 0; batch < LiveBatches && roots.Count >= LivePosts; batch++)
        {
            var live = new PostBatch([.. Enumerable.Range(0, LivePosts).Select(i => Answer(roots[random.Next(roots.Count)], batch * LivePosts + i))]);
            spent.Add((await TimeAsync(async () =>
            {
                await room.Posts.StoreAsync([live], CancellationToken.None);
                await projector.CatchUpAsync(CancellationToken.None);
            })).TotalMilliseconds);
        }

        spent.Sort();
        table.Add($"live batch of {LivePosts}, stored and projected", $"p50 {spent[spent.Count / 2]:N0} ms, p95 {spent[spent.Count * 95 / 100]:N0} ms", engine.Taken());
    }

    private static CollectedPost Answer(Post to, int number)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new(
            to with { Identity = to.Identity with { Id = $"live-{number}" }, InReplyTo = to.Identity.Id, SourcePostedAt = now, Text = to.Text + " and still nothing" },
            now, Arrival.Live);
    }

    private static IAsyncEnumerable<ReadLine> ReadAsync(string file) =>
        PostFile.ReadAsync(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), PostFileFormat.Ndjson, new CsvPostOptions(), CancellationToken.None);

    private static void Say(Table table, string what, int posts, TimeSpan took, EngineTime engine) =>
        table.Add(what, Rate(posts, took), $"{took.TotalSeconds:N1} s; {engine.Taken()}; {GC.GetTotalPauseDuration().TotalSeconds:N1} s paused by the collector so far");

    private static string Rate(int posts, TimeSpan took) => $"{posts / took.TotalSeconds:N0} posts/s";

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }
}
