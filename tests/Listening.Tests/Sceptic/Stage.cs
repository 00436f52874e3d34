using System.Text;
using Listening.Brands;
using Listening.Collecting;
using Listening.Sources.Files;
using Listening.Tests.Store;

namespace Listening.Tests.Sceptic;

/// <summary>One file imported by the product's own reader into a store of its own, and the sceptic's answers to the same posts.</summary>
internal sealed class Stage
{
    private static readonly DateTimeOffset ImportedAt = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private Stage(IReadOnlyList<Brand> brands, IReadOnlyList<Said> posts, OpenStore store)
    {
        Store = store;
        Product = new Listening.Metrics.Metrics(store.Room.Facts, new(new BrandRegistry(brands)), new() { Targets = new(Promises.Product) });
        Sceptic = new(posts, IndependentClock.Run(Machines.Marked(posts, new(brands)), new(brands)));
    }

    public OpenStore Store { get; }

    public Listening.Metrics.Metrics Product { get; }

    public IndependentMetrics Sceptic { get; }

    /// <summary><paramref name="name"/> is <c>plain</c> or <c>derived</c>, a space, and a registry.</summary>
    public static async Task<Stage> OpenAsync(string name, EngineFixture engine)
    {
        var (derived, registry) = (name.StartsWith("derived ", StringComparison.Ordinal), name[(name.IndexOf(' ') + 1)..]);
        var brands = Registries.Named(registry);
        var path = SharedData.File("twcs_threads/twcs.csv");
        var posts = TwcsFile.Read(path);
        if (derived) posts = DerivedCopy.Of(posts, registry, Registries.RivalHandles(brands));
        var collected = derived ? await WiredAsync(posts) : await TwcsAsync(path);
        var store = await EmptyAsync(brands, engine);
        await store.StoreAndProjectAsync(collected);
        return new(brands, posts, store);
    }

    public static Task<OpenStore> EmptyAsync(IReadOnlyList<Brand> brands, EngineFixture engine) => OpenStore.NewAsync(engine, registry: new(brands), targets: new(Promises.Product));

    public static async Task<IReadOnlyList<CollectedPost>> TwcsAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return await AcceptedAsync(TwcsReader.ReadAsync(file, CancellationToken.None));
    }

    public static async Task<IReadOnlyList<CollectedPost>> WiredAsync(IReadOnlyList<Said> posts)
    {
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', WireLines.Of(posts))));
        return await AcceptedAsync(JsonPostReader.ReadAsync(lines, CancellationToken.None));
    }

    private static async Task<IReadOnlyList<CollectedPost>> AcceptedAsync(IAsyncEnumerable<ReadLine> lines)
    {
        var posts = new List<CollectedPost>();
        await foreach (var line in lines)
            posts.Add(new(line.Post ?? throw new InvalidDataException($"line {line.Line}: {line.Reason}"), ImportedAt, Arrival.Backfill));
        return posts;
    }
}
