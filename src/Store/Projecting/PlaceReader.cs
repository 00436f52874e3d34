using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>Reads where posts are; what <paramref name="stored"/> knows nothing of is not looked up.</summary>
internal sealed class PlaceReader(IClickHouse facts, StoredKeys? stored)
{
    /// <summary>Adds the places of <paramref name="posts"/> that are known.</summary>
    public async Task ReadAsync(Dictionary<UInt128, Place> places, IEnumerable<UInt128> posts, CancellationToken cancellationToken)
    {
        posts = posts.Distinct().Where(post => !places.ContainsKey(post));
        foreach (var keys in (stored?.Doubtful(posts) ?? posts).Order().ToArray().Chunk(KeySlice.Size))
            await foreach (var row in facts.ReadAsync(Sql.Of("Projecting/Places.sql", ("posts", keys)), cancellationToken))
                Add(places, row);
    }

    /// <summary>Posts of whole conversations with the posts each is tied to.</summary>
    public async Task<List<(UInt128 Post, UInt128[] Edges)>> MembersAsync(IEnumerable<UInt128> conversations, CancellationToken cancellationToken)
    {
        var members = new List<(UInt128, UInt128[])>();
        foreach (var keys in conversations.Order().Chunk(KeySlice.Size))
            await foreach (var row in facts.ReadAsync(Sql.Of("Projecting/Members.sql", ("conversations", keys)), cancellationToken))
                members.Add((row.Get<UInt128>("post"), [.. row.Get<object?[]>("edges").Cast<UInt128>()]));
        return members;
    }

    private static void Add(Dictionary<UInt128, Place> places, FactRow row)
    {
        var post = row.Get<UInt128>("post");
        places[post] = new(post, row.Get<UInt128>("conversation"), row.Get<DateTimeOffset>("posted_at"), row.Get<bool>("seen"));
    }
}
