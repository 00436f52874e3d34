using System.Text.RegularExpressions;
using Listening.Store.Engine.Embedded;

namespace Listening.Store.Engine;

/// <summary>
/// ClickHouse inside this process. One at a time a process, one process at a time a directory. Everything it gave out is closed with it; open connections
/// at the end of a process crash it, so they are also closed when the process exits without disposing.
/// </summary>
public sealed partial class EmbeddedEngine : IAsyncDisposable
{
    private static int running;
    private readonly EmbeddedOptions options;
    private readonly IReadOnlyList<string> arguments;
    private readonly OwnerLock owner;
    private readonly EngineConnection root;
    private readonly StatementKiller killer;
    private readonly Lock gate = new();
    private readonly Dictionary<string, (EmbeddedClickHouse ClickHouse, ConnectionPool Pool)> databases = [];
    private bool disposed;

    private EmbeddedEngine(EmbeddedOptions options, OwnerLock owner, IReadOnlyList<string> arguments)
    {
        this.options = options;
        this.owner = owner;
        this.arguments = arguments;
        root = EngineConnection.Open(arguments, database: null, options.QueryTimeout);
        killer = new StatementKiller(root);
        // Left by a process that was killed while it made one.
        if (Directory.Exists(Files(options))) Directory.Delete(Files(options), recursive: true);
        AppDomain.CurrentDomain.ProcessExit += CloseAtExit;
    }

    /// <summary>
    /// Opens the engine. Throws <see cref="EngineInUseException"/> when another process owns the directory, <see cref="EngineUnavailableException"/>
    /// when it cannot run here.
    /// </summary>
    public static EmbeddedEngine Open(EmbeddedOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MemoryLimitBytes, 256L << 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConnections, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxConnections, 200);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QueryTimeout, TimeSpan.FromMilliseconds(1));
        EngineLibrary.Load(options.Library);
        var directory = Path.GetFullPath(options.Directory);
        Directory.CreateDirectory(directory);
        var owner = OwnerLock.Take(directory, TimeProvider.System.GetUtcNow());
        try
        {
            if (Interlocked.Exchange(ref running, 1) != 0)
                throw new EngineInUseException("This process has an open engine already; one process has one engine.", Environment.ProcessId);
            try
            {
                return new EmbeddedEngine(options, owner, EngineSettings.Arguments(directory, options.MemoryLimitBytes));
            }
            catch
            {
                running = 0;
                throw;
            }
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    /// <summary>A database of the engine, made when it does not exist; lower-case letters, digits and underscores, not starting with a digit.</summary>
    public EmbeddedClickHouse Database(string name)
    {
        if (!DatabaseName().IsMatch(name))
            throw new ArgumentException($"'{name}' is not a database name: lower-case letters, digits and underscores, at most 63.", nameof(name));
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (databases.TryGetValue(name, out var known) && !known.Pool.IsClosed)
                return known.ClickHouse;
            // Waited for under the lock on purpose: it runs on the connection's own thread, so it takes none of the pool's, and happens once a database.
            root.Thread.RunAsync(() =>
            {
                root.Query($"CREATE DATABASE IF NOT EXISTS {name} ENGINE = Atomic").Dispose();
                return true;
            }).GetAwaiter().GetResult();
            var pool = new ConnectionPool(
                () => EngineConnection.Open(arguments, name, options.QueryTimeout), options.MaxConnections, options.QueryTimeout);
            var clickHouse = new EmbeddedClickHouse(name, pool, killer, options.QueryTimeout, Files(options));
            databases[name] = (clickHouse, pool);
            return clickHouse;
        }
    }

    /// <summary>A connection outside the pools, for the caller to dispose before the engine.</summary>
    internal EngineConnection Connect() => EngineConnection.Open(arguments, database: null, options.QueryTimeout);

    /// <summary>Waits for running statements, closes all connections and lets the directory go.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            if (disposed)
                return;
            disposed = true;
        }
        foreach (var (clickHouse, _) in databases.Values)
            await clickHouse.DisposeAsync();
        Close();
    }

    private static string Files(EmbeddedOptions options) => Path.Combine(Path.GetFullPath(options.Directory), "made_files");

    private void CloseAtExit(object? sender, EventArgs e)
    {
        lock (gate)
        {
            if (disposed)
                return;
            disposed = true;
        }
        var pools = databases.Values.Select(database => database.Pool).ToList();
        if (ProcessEnd.Drain(pools, killer))
            Close();
        else
            ProcessEnd.LeaveAtOnce();
    }

    private void Close()
    {
        AppDomain.CurrentDomain.ProcessExit -= CloseAtExit;
        root.Dispose();
        owner.Dispose();
        running = 0;
    }

    [GeneratedRegex(@"^[a-z_][a-z0-9_]{0,62}\z")]
    private static partial Regex DatabaseName();
}
