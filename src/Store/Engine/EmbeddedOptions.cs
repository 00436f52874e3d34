namespace Listening.Store.Engine;

/// <summary>Where and how large the embedded engine is.</summary>
public sealed record EmbeddedOptions
{
    /// <summary>The engine's own directory; made when it does not exist. One process at a time owns it.</summary>
    public required string Directory { get; init; }

    /// <summary>
    /// What all statements together may use. The process itself can reach about twice as much for some seconds, hence the default of 40 % of the
    /// control group's limit or else of the machine's memory. At least 256 MiB.
    /// </summary>
    public long MemoryLimitBytes { get; init; } = MachineMemory.Bytes() / 10 * 4;

    /// <summary>How many statements a database may run at once; further ones wait. 1 to 200; each costs a thread while it is open.</summary>
    public int MaxConnections { get; init; } = 16;

    /// <summary>How long a statement may take that names no limit of its own, and how long one waits for its turn. At least 1 ms.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The path of libchdb.so; null to look at <c>CHDB_LIB_PATH</c> and then for node_modules upwards from the program.</summary>
    public string? Library { get; init; }
}
