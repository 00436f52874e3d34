using Listening.Collecting;
using Listening.Conversations;
using Listening.Store.Engine;
using Listening.Store.Projecting;
using Listening.Storing;

namespace Listening.Store.Reading;

/// <summary>Reads posts and conversations with everything behind them: a few questions by key, however many there are.</summary>
/// <remarks>Answers of one row are read to their end: the engine throws a connection away that is left in the middle, and a new one costs more than such an answer.</remarks>
public sealed class ConversationReader : IConversationReader
{
    private readonly IClickHouse clickHouse;

    internal ConversationReader(IClickHouse clickHouse) => this.clickHouse = clickHouse;

    /// <inheritdoc/>
    public async Task<PostHistory?> PostAsync(PostId post, CancellationToken cancellationToken)
    {
        UInt128[] key = [PostKey.Of(post)];
        if (await clickHouse.ReadAsync(Sql.Of("Reading/PostOfKey.sql", ("post", key[0])), cancellationToken).SingleOrDefaultAsync(cancellationToken) is not { } row) return null;
        var versions = await VersionsAsync(key, cancellationToken);
        return ReadVersion.History(ReadPost.Of(row).Post, [.. versions[key[0]]], (await LabelsAsync(key, cancellationToken)).GetValueOrDefault(key[0], PostLabels.None));
    }

    /// <inheritdoc/>
    public async Task<ConversationView?> ConversationAsync(PostId post, CancellationToken cancellationToken)
    {
        var place = await PlacesAsync([PostKey.Of(post)], cancellationToken);
        if (place.Count == 0) return null;
        UInt128[] conversation = [.. place.Values];
        return View(conversation[0], await PostsAsync(conversation, cancellationToken), await WaitsAsync(conversation, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<PostId, ThreadFile>> FilesAsync(IReadOnlyList<PostId> posts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var files = new Dictionary<PostId, ThreadFile>();
        foreach (var slice in posts.Distinct().Chunk(KeySlice.Size))
        {
            var keys = slice.ToDictionary(post => post, PostKey.Of);
            var places = await PlacesAsync([.. keys.Values], cancellationToken);
            if (places.Count == 0) continue;
            UInt128[] conversations = [.. places.Values.Distinct()];
            var (reading, waiting, labelling) = (PostsAsync(conversations, cancellationToken), WaitsAsync(conversations, cancellationToken), LabelsAsync([.. places.Keys], cancellationToken));
            await Task.WhenAll(reading, waiting, labelling);
            var (read, waits, labels) = (await reading, await waiting, await labelling);
            var versions = await VersionsAsync([.. read.SelectMany(conversation => conversation).Select(post => post.Post.Key)], cancellationToken);
            foreach (var (post, key) in keys)
                if (places.TryGetValue(key, out var conversation)) files[post] = File(key, View(conversation, read, waits), versions, labels);
        }

        return files;
    }

    private static ThreadFile File(UInt128 key, ConversationView view, ILookup<UInt128, ReadVersion> versions, Dictionary<UInt128, PostLabels> labels)
    {
        var current = view.Posts.FirstOrDefault(post => post.Key == key);
        return new(
            view,
            current is null ? null : ReadVersion.History(current, [.. versions[key]], labels.GetValueOrDefault(key, PostLabels.None)),
            [.. view.Posts.Where(post => post.DeletedAt is null && versions.Contains(post.Key)).Select(post => versions[post.Key].Last().Post)]);
    }

    private static ConversationView View(UInt128 conversation, ILookup<UInt128, ReadPost> posts, ILookup<UInt128, Wait> waits) =>
        new([.. posts[conversation].Select(read => read.Post)], [.. waits[conversation]], Root([.. posts[conversation]]));

    // Up from the first post; a root that was never seen has no name but its key.
    private static string? Root(List<ReadPost> posts)
    {
        var byKey = posts.ToDictionary(read => read.Post.Key);
        var seen = new HashSet<UInt128>();
        var top = posts.FirstOrDefault();
        while (top is not null && seen.Add(top.Post.Key) && top.Edges.Count > 0)
        {
            if (top.Edges.Any(edge => !byKey.ContainsKey(edge))) return null;
            top = byKey[top.Post.Parent ?? top.Edges[0]];
        }

        return top?.Post.Identity.ToString();
    }

    private async Task<Dictionary<UInt128, UInt128>> PlacesAsync(UInt128[] posts, CancellationToken cancellationToken)
    {
        var places = new Dictionary<UInt128, UInt128>();
        await foreach (var row in clickHouse.ReadAsync(Sql.Of("Projecting/Places.sql", ("posts", posts)), cancellationToken))
            places[row.Get<UInt128>("post")] = row.Get<UInt128>("conversation");
        return places;
    }

    private Task<ILookup<UInt128, ReadPost>> PostsAsync(UInt128[] conversations, CancellationToken cancellationToken) =>
        ReadAsync(Sql.Of("Reading/PostsOfConversations.sql", ("conversations", conversations)), ReadPost.Of, cancellationToken);

    private Task<ILookup<UInt128, Wait>> WaitsAsync(UInt128[] conversations, CancellationToken cancellationToken) =>
        ReadAsync(Sql.Of("Reading/WaitsOfConversations.sql", ("conversations", conversations)), ReadWait.Of, cancellationToken);

    private async Task<ILookup<UInt128, ReadVersion>> VersionsAsync(UInt128[] posts, CancellationToken cancellationToken)
    {
        var versions = new List<(UInt128 Post, ReadVersion Version)>();
        foreach (var keys in posts.Chunk(KeySlice.Size))
            await foreach (var row in clickHouse.ReadAsync(Sql.Of("Reading/SortedVersions.sql", ("posts", keys)), cancellationToken))
                versions.Add((row.Get<UInt128>("post"), ReadVersion.Of(row)));
        return versions.ToLookup(read => read.Post, read => read.Version);
    }

    private async Task<ILookup<UInt128, T>> ReadAsync<T>(FactQuery query, Func<FactRow, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<(UInt128 Conversation, T Value)>();
        await foreach (var row in clickHouse.ReadAsync(query, cancellationToken)) rows.Add((row.Get<UInt128>("conversation"), read(row)));
        return rows.ToLookup(row => row.Conversation, row => row.Value);
    }

    private async Task<Dictionary<UInt128, PostLabels>> LabelsAsync(UInt128[] posts, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<UInt128, PostLabels>();
        await foreach (var row in clickHouse.ReadAsync(Sql.Of("Projecting/BestLabels.sql", ("posts", posts)), cancellationToken))
        {
            var post = row.Get<UInt128>("post");
            if (!labels.TryGetValue(post, out var own)) labels[post] = own = new();
            own.Add(row.Get<string>("task"), SaidLabel.Of(row));
        }

        return labels;
    }
}
