using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>The derived tables, all of which a rebuild replaces. <c>marks</c> is not among them: it says that a replacement is under way.</summary>
/// <param name="main">Where they are.</param>
/// <param name="name">The name of that database.</param>
/// <param name="beside">The name of another one, which gets tables of the same shape.</param>
internal sealed class FactTables(IClickHouse main, string name, string beside)
{
    /// <summary>Their names.</summary>
    public static readonly IReadOnlyList<string> Derived = ["place", "posts", "thread", "waits", "wait_keys", "wordings", "moves"];
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();

    /// <summary>Makes the tables beside, empty.</summary>
    public async Task EmptyBesideAsync(CancellationToken cancellationToken)
    {
        foreach (var table in Derived.Append("marks"))
        {
            await RunAsync($"DROP TABLE IF EXISTS {beside}.{table} SYNC", cancellationToken);
            await RunAsync($"CREATE TABLE {beside}.{table} AS {name}.{table}", cancellationToken);
        }
    }

    /// <summary>Throws the tables beside away.</summary>
    public async Task DropBesideAsync(CancellationToken cancellationToken)
    {
        foreach (var table in Derived.Append("marks")) await RunAsync($"DROP TABLE IF EXISTS {beside}.{table} SYNC", cancellationToken);
    }

    /// <summary>Puts the tables beside in the place of the main ones; each at once, a reader sees the old or the new.</summary>
    public async Task ExchangeAsync(CancellationToken cancellationToken)
    {
        foreach (var table in Derived) await RunAsync($"EXCHANGE TABLES {name}.{table} AND {beside}.{table}", cancellationToken);
    }

    private Task RunAsync(string statement, CancellationToken cancellationToken) => main.ExecuteAsync(new FactQuery(statement, Nothing), cancellationToken);
}
