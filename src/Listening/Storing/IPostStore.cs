namespace Listening.Storing;

/// <summary>Where posts are kept: the one way in.</summary>
public interface IPostStore
{
    /// <summary>Stores a batch; durable when it returns. Idempotent: a repeated post counts as a duplicate and changes nothing.</summary>
    Task<StoreReceipt> StoreAsync(PostBatch batch, CancellationToken cancellationToken);
}
