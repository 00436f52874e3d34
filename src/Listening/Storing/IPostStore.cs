using Listening.Collecting;

namespace Listening.Storing;

/// <summary>Where posts are kept: the one way in.</summary>
public interface IPostStore
{
    /// <summary>Stores a batch (at most a few ten thousand posts). Idempotent: a repeated post counts as a duplicate and changes nothing.</summary>
    Task<StoreReceipt> StoreAsync(IReadOnlyList<CollectedPost> posts, CancellationToken cancellationToken);
}
