using Listening.Store.Engine;

namespace Listening.Store.Posts;

/// <summary>Which posts and versions are stored already, and when each post was first seen; grows with what a batch adds.</summary>
internal sealed class KnownPosts
{
    private readonly Dictionary<UInt128, DateTimeOffset> firstSeen = [];
    private readonly HashSet<(UInt128 Post, UInt128 Version)> versions = [];

    /// <summary>What is stored of <paramref name="posts"/>; those that <paramref name="stored"/> knows nothing of are not looked up.</summary>
    public static async Task<KnownPosts> ReadAsync(IClickHouse clickHouse, IEnumerable<UInt128> posts, StoredKeys? stored, CancellationToken cancellationToken)
    {
        var known = new KnownPosts();
        posts = posts.Distinct();
        foreach (var keys in (stored?.Doubtful(posts) ?? posts).Chunk(KeySlice.Size))
            await foreach (var row in clickHouse.ReadAsync(Sql.Of("Posts/KnownVersions.sql", ("posts", keys)), cancellationToken))
                known.Add(row.Get<UInt128>("post"), row.Get<UInt128>("version"), row.Get<DateTimeOffset>("first_seen"));
        return known;
    }

    /// <summary>Takes a version in; says whether the post, and whether the version, is new. <paramref name="seen"/> becomes the post's first sight.</summary>
    public (bool NewPost, bool NewVersion) Take(PostVersion version, out DateTimeOffset seen)
    {
        var newPost = !firstSeen.TryGetValue(version.Post, out seen);
        if (newPost || version.Collected.FirstSeen < seen) seen = version.Collected.FirstSeen;
        return (newPost, Add(version.Post, version.Version, seen));
    }

    private bool Add(UInt128 post, UInt128 version, DateTimeOffset seen)
    {
        if (!firstSeen.TryGetValue(post, out var earlier) || seen < earlier) firstSeen[post] = seen;
        return versions.Add((post, version));
    }
}
