using Listening.Store.Engine.Server;

namespace Listening.Store;

/// <summary>Where the store is and how it works.</summary>
public sealed record StoreOptions
{
    /// <summary>The engine's own directory; made when it does not exist. With a server it only says that one process at a time works from here.</summary>
    public required string Directory { get; init; }

    /// <summary>The ClickHouse server that has the databases; null for the engine inside this process.</summary>
    public ServerOptions? Server { get; init; }

    /// <summary>The database of truth and facts: lower-case letters, digits and underscores.</summary>
    public string Database { get; init; } = "listening";

    /// <summary>The database of the published views, which readers have as their own.</summary>
    public string Published { get; init; } = "published";

    /// <summary>
    /// The share of the machine's or control group's memory that statements may use together, above 0 to 0.8. 0.4: the process can reach about twice as
    /// much for some seconds.
    /// </summary>
    public double MemoryShare { get; init; } = 0.4;

    /// <summary>What a stored batch survives. Power loss, unless asked otherwise: who is told "stored" throws their copy away.</summary>
    public Durability Durability { get; init; } = Durability.Disk;

    /// <summary>
    /// How many post versions are projected in one go, 1 to 500 000. 50 000: some hundred megabytes of memory, and little gained by more.
    /// </summary>
    public int Stretch { get; init; } = 50_000;

    /// <summary>
    /// After how many look-ups of keys the store remembers which keys it has, from 0 on; not with a server. 50 000: reading the keys of ten million posts for
    /// that takes as long as looking up some 200 000, and a server that nobody sends anything needs no memory for it.
    /// </summary>
    public long LookUps { get; init; } = 50_000;

    /// <summary>Checks every range; throws <see cref="ArgumentException"/> with the first that does not hold.</summary>
    public StoreOptions Checked()
    {
        if (string.IsNullOrWhiteSpace(Directory)) throw new ArgumentException("The store needs a directory.");
        if (!(MemoryShare is > 0 and <= 0.8)) throw new ArgumentException($"The store's memory share is {MemoryShare}; it is above 0 and at most 0.8.");
        if (Stretch is < 1 or > 500_000) throw new ArgumentException($"The store's stretch is {Stretch} versions; it is 1 to 500 000.");
        if (LookUps < 0) throw new ArgumentException($"The store remembers keys after {LookUps} look-ups; it is 0 or more.");
        if (Database == Published) throw new ArgumentException("The store's database and the published one need two names.");
        return this;
    }
}
