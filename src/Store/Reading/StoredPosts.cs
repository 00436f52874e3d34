using System.Text;
using Listening.Collecting;
using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store.Reading;

/// <summary>Looks many posts up at once, by their keys.</summary>
public sealed class StoredPosts : IStoredPosts
{
    private readonly IClickHouse clickHouse;

    internal StoredPosts(IClickHouse clickHouse) => this.clickHouse = clickHouse;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Post>> NewestAsync(IReadOnlyList<PostId> posts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var newest = new Dictionary<UInt128, Post>();
        var deleted = new HashSet<UInt128>();
        foreach (var keys in posts.Select(PostKey.Of).Distinct().Chunk(KeySlice.Size))
            await foreach (var row in clickHouse.ReadAsync(Sql.Of("Reading/VersionsOfPosts.sql", ("posts", keys)), cancellationToken))
            {
                var (key, post) = (row.Get<UInt128>("post"), PostJson.Read(Encoding.UTF8.GetBytes(row.Get<string>("raw"))));
                newest[key] = post;
                if (post.DeletedAt is not null) deleted.Add(key);
            }

        return [.. newest.Where(one => !deleted.Contains(one.Key)).Select(one => one.Value)];
    }
}
