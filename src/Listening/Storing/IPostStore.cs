namespace Listening.Storing;

/// <summary>Where posts are kept: the one way in.</summary>
public interface IPostStore
{
    /// <summary>
    /// Stores batches in one commit and gives each its receipt, in their order; durable when it returns, all or none when it throws.
    /// Idempotent: a repeated post counts as a duplicate and changes nothing; of a post that is in two of the batches the earlier batch's is the accepted one.
    /// </summary>
    Task<IReadOnlyList<StoreReceipt>> StoreAsync(IReadOnlyList<PostBatch> batches, CancellationToken cancellationToken);
}
