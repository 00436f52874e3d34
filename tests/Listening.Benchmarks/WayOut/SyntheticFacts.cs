using Listening.Store;
using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Benchmarks.WayOut;

/// <summary>
/// A year of facts written straight into their tables, in random order of time as an import brings them: for measuring what reading costs, without waiting
/// for what writing costs. The same numbers give the same facts, up to the year's end.
/// </summary>
public static class SyntheticFacts
{
    private const int Stretches = 40;
    private const int PostsOfConversation = 4;

    /// <summary>Fills a store that has the schema and nothing else.</summary>
    public static async Task WriteAsync(string directory, int posts, DateTimeOffset end)
    {
        await using (await StoreRoom.OpenAsync(new StoreOptions { Directory = directory, Durability = Durability.Process }, TimeProvider.System, CancellationToken.None))
        {
            // The schema is there now.
        }

        await using var engine = EmbeddedEngine.Open(new EmbeddedOptions { Directory = directory });
        var database = engine.Database("listening");
        var conversations = (long)posts / PostsOfConversation;
        for (var stretch = 0; stretch < Stretches; stretch++)
            foreach (var statement in new[] { "WayOut/Waits.sql", "WayOut/Posts.sql" })
                await database.ExecuteAsync(
                    new FactQuery(Text(statement), new Dictionary<string, object?>
                    {
                        ["first"] = stretch * conversations / Stretches,
                        ["count"] = ((stretch + 1) * conversations / Stretches) - (stretch * conversations / Stretches),
                        ["from"] = end.AddDays(-366),
                        ["milliseconds"] = (long)TimeSpan.FromDays(366).TotalMilliseconds,
                        ["revision"] = stretch + 1L,
                    }, TimeSpan.FromHours(1)),
                    CancellationToken.None);
    }

    private static string Text(string file)
    {
        using var reader = new StreamReader(typeof(SyntheticFacts).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }
}
