using Listening.Brands;
using Listening.Calendars;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Store;
using Listening.Store.Engine;
using Listening.Store.Projecting;
using Listening.Storing;

namespace Listening.Tests.Store;

/// <summary>A store in databases of its own, on the tests' one engine.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    public static readonly BrandRegistry Registry = new(
    [
        new Brand { Name = "Acme", Kind = BrandKind.Own, Handles = ["*:acme"], Watch = ["acme"], Exclude = ["acme bakery"] },
        new Brand { Name = "Rival", Kind = BrandKind.Competitor, Handles = ["*:rival"], Watch = ["rival"] },
    ]);

    private readonly StoreDatabases databases;
    private readonly StoreOptions options;
    private readonly TimeProvider time;

    // An open database keeps its connections, each with memory of the engine: three thousand tests share one engine.
    private IReadOnlyList<IAsyncDisposable> owned = [];

    private OpenStore(StoreDatabases databases, StoreOptions options, StoreRoom room, BrandRegistry registry, TimeProvider time, CurrentTargets? targets)
    {
        this.databases = databases;
        this.options = options;
        this.time = time;
        Room = room;
        Projector = room.Projector(new CurrentRegistry(registry), new ClockRules(), targets: targets);
    }

    public StoreRoom Room { get; }

    public FactProjector Projector { get; }

    public IClickHouse Main => databases.Main;

    public StoreDatabases Databases => databases;

    public StoreOptions Options => options;

    public static async Task<OpenStore> NewAsync(
        ITestEngine engine, int stretch = 50_000, Func<IClickHouse, IClickHouse>? around = null, TimeProvider? time = null, BrandRegistry? registry = null, CurrentTargets? targets = null)
    {
        var (main, next, published) = (await engine.FreshDatabaseAsync(), await engine.FreshDatabaseAsync(), await engine.FreshDatabaseAsync());
        var preview = await engine.FreshDatabaseAsync();
        around ??= clickHouse => clickHouse;
        var options = new StoreOptions
        {
            Directory = "unused", Database = main.Name, Published = published.Name, Durability = Durability.Process, Stretch = stretch, LookUps = 0,
        };
        var store = await OpenAsync(
            new(main.Name, around(main.ClickHouse), next.Name, around(next.ClickHouse), preview.Name, preview.ClickHouse, published.ClickHouse), options, registry ?? Registry, time ?? TimeProvider.System, targets);
        store.owned = [main.ClickHouse, next.ClickHouse, preview.ClickHouse, published.ClickHouse];
        return store;
    }

    /// <summary>The same databases, opened anew as after a start; they stay open as long as the first.</summary>
    public Task<OpenStore> AgainAsync(BrandRegistry? registry = null, CurrentTargets? targets = null) => OpenAsync(databases, options, registry ?? Registry, time, targets);

    public async Task<StoreReceipt> StoreAsync(params IEnumerable<CollectedPost> posts) =>
        (await Room.Posts.StoreAsync([new PostBatch([.. posts])], CancellationToken.None))[0];

    public async Task ProjectAsync() => await Projector.CatchUpAsync(CancellationToken.None);

    public async Task StoreAndProjectAsync(params IEnumerable<CollectedPost> posts)
    {
        await StoreAsync(posts);
        await ProjectAsync();
    }

    public Task<ConversationView?> ConversationAsync(string id) => Room.Conversations.ConversationAsync(new("mastodon", id), CancellationToken.None);

    public async Task<List<Wait>> WaitsAsync(string id) => [.. (await ConversationAsync(id))!.Waits];

    public async Task<List<FactRow>> ReadAsync(string sql)
    {
        var rows = new List<FactRow>();
        await foreach (var row in Room.Facts.ReadAsync(new(sql, new Dictionary<string, object?>()), CancellationToken.None)) rows.Add(row);
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        Projector.Dispose();
        await Room.DisposeAsync();
        foreach (var database in owned) await database.DisposeAsync();
    }

    private static async Task<OpenStore> OpenAsync(StoreDatabases databases, StoreOptions options, BrandRegistry registry, TimeProvider time, CurrentTargets? targets = null) =>
        new(databases, options, await StoreRoom.OpenAsync(databases, options, time, null, CancellationToken.None), registry, time, targets);
}
