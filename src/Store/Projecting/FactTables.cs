using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>The derived tables, all of which a rebuild replaces. <c>marks</c> is not among them: it says that a replacement is under way.</summary>
internal sealed class FactTables(StoreDatabases databases)
{
    /// <summary>Their names.</summary>
    public static readonly IReadOnlyList<string> Derived = ["place", "posts", "thread", "waits", "wait_keys", "wordings", "moves"];
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();

    /// <summary>Makes the tables beside, empty.</summary>
    public async Task EmptyNextAsync(CancellationToken cancellationToken)
    {
        foreach (var table in Derived.Append("marks"))
        {
            await RunAsync($"DROP TABLE IF EXISTS {databases.NextName}.{table} SYNC", cancellationToken);
            await RunAsync($"CREATE TABLE {databases.NextName}.{table} AS {databases.Name}.{table}", cancellationToken);
        }
    }

    /// <summary>Puts the tables beside in the place of the main ones; each at once, a reader sees the old or the new.</summary>
    public async Task ExchangeAsync(CancellationToken cancellationToken)
    {
        foreach (var table in Derived) await RunAsync($"EXCHANGE TABLES {databases.Name}.{table} AND {databases.NextName}.{table}", cancellationToken);
    }

    private Task RunAsync(string statement, CancellationToken cancellationToken) => databases.Main.ExecuteAsync(new FactQuery(statement, Nothing), cancellationToken);
}
