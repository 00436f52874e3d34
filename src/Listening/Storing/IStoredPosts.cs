using Listening.Collecting;

namespace Listening.Storing;

/// <summary>Looks many posts up at once.</summary>
public interface IStoredPosts
{
    /// <summary>The newest version of each of these that is stored and not deleted, in no order; the others are left out. At most some thousand at once.</summary>
    Task<IReadOnlyList<Post>> NewestAsync(IReadOnlyList<PostId> posts, CancellationToken cancellationToken);
}
