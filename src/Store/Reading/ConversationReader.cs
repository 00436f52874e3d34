using System.Text;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Store.Engine;
using Listening.Store.Projecting;
using Listening.Storing;

namespace Listening.Store.Reading;

/// <summary>Reads one post or one conversation with everything behind it.</summary>
public sealed class ConversationReader : IConversationReader
{
    private readonly IClickHouse clickHouse;

    internal ConversationReader(IClickHouse clickHouse) => this.clickHouse = clickHouse;

    /// <inheritdoc/>
    public async Task<PostHistory?> PostAsync(PostId post, CancellationToken cancellationToken)
    {
        var key = PostKey.Of(post);
        await foreach (var row in clickHouse.ReadAsync(Sql.Of("Reading/PostOfKey.sql", ("post", key)), cancellationToken))
        {
            var current = ReadPost.Of(row).Post;
            var versions = await VersionsAsync(key, cancellationToken);
            var labels = (await LabelsAsync(key, cancellationToken)).With(Shown(versions));
            return new(current, versions.ConvertAll(version => Told(version.Post, current.DeletedAt is not null)))
            {
                Labels = [.. labels.Said.OrderBy(said => said.Task, StringComparer.Ordinal).Select(said => said.Label.Of(post, said.Task))],
            };
        }

        return null;
    }

    /// <inheritdoc/>
    public async Task<ConversationView?> ConversationAsync(PostId post, CancellationToken cancellationToken)
    {
        if (await PlaceAsync(PostKey.Of(post), cancellationToken) is not { } conversation) return null;
        var posts = new List<ReadPost>();
        await foreach (var row in clickHouse.ReadAsync(Sql.Of("Reading/PostsOfConversation.sql", ("conversation", conversation)), cancellationToken))
            posts.Add(ReadPost.Of(row));
        var waits = new List<Wait>();
        await foreach (var row in clickHouse.ReadAsync(Sql.Of("Reading/WaitsOfConversation.sql", ("conversation", conversation)), cancellationToken))
            waits.Add(ReadWait.Of(row));
        return new([.. posts.Select(read => read.Post)], waits, Root(posts));
    }

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

    private async Task<UInt128?> PlaceAsync(UInt128 post, CancellationToken cancellationToken)
    {
        await foreach (var row in clickHouse.ReadAsync(Sql.Of("Reading/PlaceOfPost.sql", ("post", post)), cancellationToken))
            return row.Get<UInt128>("conversation");
        return null;
    }

    private async Task<PostLabels> LabelsAsync(UInt128 post, CancellationToken cancellationToken)
    {
        var labels = new PostLabels();
        await foreach (var row in clickHouse.ReadAsync(Sql.Of("Projecting/BestLabels.sql", ("posts", new[] { post })), cancellationToken))
            labels.Add(row.Get<string>("task"), SaidLabel.Of(row));
        return labels;
    }

    // As PostAssembly chooses: the newest that is not a deletion.
    private static SortedLabels Shown(List<(UInt128 Version, Post Post, SortedLabels Sorted)> versions) => versions
        .Where(version => version.Post.DeletedAt is null)
        .OrderByDescending(version => version.Post.EditedAt is not null).ThenByDescending(version => version.Version)
        .Select(version => version.Sorted).FirstOrDefault(SortedLabels.None);

    private static Post Told(Post version, bool deleted) =>
        deleted ? version with { Text = "", Html = null, Attachments = [], Author = version.Author with { Name = null } } : version;

    private async Task<List<(UInt128 Version, Post Post, SortedLabels Sorted)>> VersionsAsync(UInt128 post, CancellationToken cancellationToken)
    {
        var versions = new List<(UInt128, Post, SortedLabels)>();
        await foreach (var row in clickHouse.ReadAsync(Sql.Of("Reading/VersionsOfPost.sql", ("post", post)), cancellationToken))
            versions.Add((row.Get<UInt128>("version"), PostJson.Read(Encoding.UTF8.GetBytes(row.Get<string>("raw"))), SortedLabels.Of(row)));
        return versions;
    }
}
