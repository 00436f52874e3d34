using Listening.Brands;
using Listening.Calendars;
using Listening.Cases;
using Listening.Conversations;
using Listening.Store.Engine;
using Listening.Store.Engine.Server;
using Listening.Store.Optimizing;
using Listening.Store.Posts;
using Listening.Store.Previewing;
using Listening.Store.Projecting;
using Listening.Store.Reading;
using Listening.Store.Redaction;
using Listening.Store.Schema;
using Listening.Storing;

namespace Listening.Store;

/// <summary>An open store: the engine with its databases at the newest schema, and everything that writes and reads there.</summary>
public sealed class StoreRoom : IAsyncDisposable
{
    // BAD_ARGUMENTS, NOT_IMPLEMENTED, UNKNOWN_SETTING, READONLY_SETTING, ACCESS_DENIED.
    private static readonly int[] ServerDecides = [36, 48, 115, 472, 497];
    private readonly StoreDatabases databases;
    private readonly ArrivalOrder order;
    private readonly CurrentRevision revision;
    private readonly int stretch;
    private readonly IAsyncDisposable? engine;
    private readonly TimeProvider time;
    private readonly string holder;
    private readonly long? lookUps;
    private readonly StoredKeys? storedPosts;

    private StoreRoom(StoreDatabases databases, ArrivalOrder order, CurrentRevision revision, StoreOptions options, TimeProvider time, IAsyncDisposable? engine)
    {
        this.order = order;
        this.revision = revision;
        stretch = options.Stretch;
        this.engine = engine;
        this.time = time;
        holder = Holder(options);
        // A process on another machine may write to a server: what is stored there is never remembered here.
        lookUps = options.Server is null ? options.LookUps : null;
        Statements = new(time);
        this.databases = databases = databases with
        {
            Main = new WatchedClickHouse(databases.Main, Statements),
            Next = new WatchedClickHouse(databases.Next, Statements),
            Preview = new WatchedClickHouse(databases.Preview, Statements),
            Published = new WatchedClickHouse(databases.Published, Statements),
        };
        storedPosts = lookUps is { } patience ? new(databases.Main, "Posts/StoredPosts.sql", patience) : null;
        Posts = new(databases.Main, order, time, storedPosts);
        CaseEvents = new(databases.Main, order);
        Facts = new(databases.Published, revision);
        Files = new(databases.Published);
        Conversations = new(databases.Main);
        Stored = new(databases.Main);
        Texts = new(databases.Main);
        Optimizer = new(databases, time);
    }

    /// <summary>The way in, for posts and for labels.</summary>
    public PostStore Posts { get; }

    /// <summary>The way in for what agents did.</summary>
    public CaseEventStore CaseEvents { get; }

    /// <summary>What metrics and lists read.</summary>
    public FactReader Facts { get; }

    /// <summary>What files of the store's own making come from.</summary>
    public FactFiles Files { get; }

    /// <summary>One post or conversation.</summary>
    public ConversationReader Conversations { get; }

    /// <summary>Many posts at once.</summary>
    public StoredPosts Stored { get; }

    /// <summary>Words to sort again and to learn from.</summary>
    public StoredTexts Texts { get; }

    /// <summary>What hears of every statement.</summary>
    public StatementWatch Statements { get; }

    /// <summary>What keeps reading quick.</summary>
    public StoreOptimizer Optimizer { get; }

    /// <summary>
    /// Opens the engine or meets the server, brings the schema up to date and finds the last arrival. Throws <see cref="ArgumentException"/> for options out
    /// of range, <see cref="EngineInUseException"/> when another process has the directory, <see cref="EngineUnavailableException"/> when the engine cannot run
    /// here or the server does not answer, refuses us or is too old.
    /// </summary>
    public static async Task<StoreRoom> OpenAsync(StoreOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        options.Checked();
        if (options.Server is { } server) return await OpenAsync(server, options, time, cancellationToken);
        var engine = EmbeddedEngine.Open(new EmbeddedOptions
        {
            Directory = options.Directory,
            MemoryLimitBytes = Math.Max(256L << 20, (long)(MachineMemory.Bytes() * options.MemoryShare)),
        });
        try
        {
            var (next, preview) = (options.Database + "_next", options.Database + "_preview");
            var databases = new StoreDatabases(
                options.Database, engine.Database(options.Database), next, engine.Database(next), preview, engine.Database(preview), engine.Database(options.Published));
            return await OpenAsync(databases, options, time, engine, cancellationToken);
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// What derives the facts with this registry and these rules, while it holds <paramref name="lease"/>; without one it has the store to itself.
    /// The holder is the data directory, which one process at a time can have: who starts again there goes on at once.
    /// </summary>
    public FactProjector Projector(BrandRegistry registry, ClockRules rules, IProjectorLease? lease = null, string? holder = null) =>
        Projector(new CurrentRegistry(registry), rules, lease, holder);

    /// <summary>The same with the registry that is in use at each time: when it changes, the facts are derived again. <paramref name="cases"/> hears of waits.</summary>
    public FactProjector Projector(CurrentRegistry registry, ClockRules rules, IProjectorLease? lease = null, string? holder = null, ICaseBoard? cases = null, CurrentTargets? targets = null) =>
        new(databases, order, revision, registry, rules, new(stretch, lookUps) { Cases = cases, Targets = targets }, new ProjectorTurn(lease ?? new UnsharedLease(), holder ?? this.holder, time));

    /// <summary>What takes old words away and lets <paramref name="projector"/> derive their posts again.</summary>
    public PostRedactor Redactor(BrandRegistry registry, IFactProjector projector) => Redactor(new CurrentRegistry(registry), projector);

    /// <summary>The same with the registry that is in use at each time.</summary>
    public PostRedactor Redactor(CurrentRegistry registry, IFactProjector projector) => new(databases.Main, order, registry, projector);

    /// <summary>What says beforehand what another registry would change in the facts of <paramref name="projector"/>.</summary>
    public RegistryPreview Preview(FactProjector projector, ClockRules rules, CurrentTargets? targets = null) =>
        new(databases, projector, order, rules, new(stretch, lookUps) { Targets = targets }, time);

    /// <summary>The schema files that were applied: those that this program has, and those of a newer one.</summary>
    public Task<(IReadOnlyList<string> Known, IReadOnlyList<string> Unknown)> SchemaAsync(CancellationToken cancellationToken) =>
        new SchemaMigrations(databases.Main, databases.Name, "", TimeProvider.System).StateAsync(cancellationToken);

    /// <summary>How large it is now.</summary>
    public async Task<StoreFigures> FiguresAsync(CancellationToken cancellationToken)
    {
        string[] names = [databases.Name, databases.NextName, databases.PreviewName];
        await foreach (var row in databases.Main.ReadAsync(Sql.Of("Figures.sql", ("databases", names)), cancellationToken))
            return new(row.Get<long>("rows"), row.Get<long>("bytes"), row.Get<long>("parts"), row.Get<long>("memory"), row.Get<string>("engine"));
        throw new InvalidOperationException("A SELECT without a table has one row.");
    }

    /// <summary>Closes the engine.</summary>
    public async ValueTask DisposeAsync()
    {
        storedPosts?.Dispose();
        order.Dispose();
        Optimizer.Dispose();
        if (engine is not null) await engine.DisposeAsync();
    }

    internal static async Task<StoreRoom> OpenAsync(
        StoreDatabases databases, StoreOptions options, TimeProvider time, IAsyncDisposable? engine, CancellationToken cancellationToken)
    {
        await new SchemaMigrations(databases.Main, options.Database, options.Published, time).ApplyAsync(cancellationToken);
        await SetDurabilityAsync(databases.Main, options, cancellationToken);
        var order = await ArrivalOrder.RecoverAsync(databases.Main, cancellationToken);
        var marks = await Marks.ReadAsync(databases.Main, cancellationToken);
        return new(databases, order, new CurrentRevision { Value = (long)marks.Revision }, options, time, engine);
    }

    // A server is shared by machines; an embedded store is its directory's alone, whatever the machine is called after a restart.
    private static string Holder(StoreOptions options) =>
        options.Server is null ? Path.GetFullPath(options.Directory) : $"{Environment.MachineName}:{Path.GetFullPath(options.Directory)}";

    private static async Task<StoreRoom> OpenAsync(ServerOptions server, StoreOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var engine = await OwnedServer.OpenAsync(server, options.Directory, time, cancellationToken);
        try
        {
            var (next, preview) = (options.Database + "_next", options.Database + "_preview");
            var databases = new StoreDatabases(
                options.Database,
                await engine.Server.DatabaseAsync(options.Database, cancellationToken),
                next,
                await engine.Server.DatabaseAsync(next, cancellationToken),
                preview,
                await engine.Server.DatabaseAsync(preview, cancellationToken),
                await engine.Server.DatabaseAsync(options.Published, cancellationToken));
            return await OpenAsync(databases, options, time, engine, cancellationToken);
        }
        catch (StoreQueryException exception)
        {
            await engine.DisposeAsync();
            throw ClickHouseServer.Unavailable(server, exception);
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    // The facts too: their mark may not outlive them.
    private static async Task SetDurabilityAsync(IClickHouse main, StoreOptions options, CancellationToken cancellationToken)
    {
        var sync = options.Durability == Durability.Disk ? 1 : 0;
        try
        {
            foreach (var table in FactTables.Derived.Concat(["marks", "post_versions", "labels", "case_events", "batches"]))
                await main.ExecuteAsync(
                    new FactQuery($"ALTER TABLE {table} MODIFY SETTING fsync_after_insert = {sync}, fsync_part_directory = {sync}", new Dictionary<string, object?>()),
                    cancellationToken);
        }
        catch (StoreQueryException exception) when (options.Server is not null && ServerDecides.Contains(exception.Code))
        {
            // A server that keeps this to itself has its own answer to power loss; whoever asked for ours is told.
            if (sync == 1)
                throw new EngineUnavailableException(
                    "The ClickHouse server does not let tables say that every batch is on the disk (Storage:Durability=disk); with 'process' it decides itself. "
                    + $"It says: {exception.Message}", exception);
        }
    }
}
