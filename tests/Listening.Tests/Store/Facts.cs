using System.Globalization;
using Listening.Storing;

namespace Listening.Tests.Store;

/// <summary>All facts of a store as text, without what may differ between two ways to the same facts: conversations by name and revisions.</summary>
internal static class Facts
{
    public static async Task<string> OfAsync(OpenStore store)
    {
        // A conversation is named by its least post, so that two stores with the same groups say the same.
        var posts = await store.ReadAsync(
            """
            SELECT * EXCEPT (conversation, revision), min(post) OVER (PARTITION BY conversation) AS together, count() OVER (PARTITION BY post) AS copies
            FROM posts ORDER BY post
            """);
        var waits = await store.ReadAsync("SELECT * EXCEPT (conversation, revision) FROM waits ORDER BY opener, brand, author, number");
        return string.Join('\n', posts.Concat(waits).Select(Line));
    }

    private static string Line(FactRow row) => string.Join(" | ", row.Columns.Select((column, i) => $"{column}={Text(row.Values[i])}"));

    private static string Text(object? value) => value switch
    {
        null => "∅",
        object?[] items => "[" + string.Join(',', items.Select(Text)) + "]",
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
