using Listening.Storing;

namespace Listening.Collecting.Pulling;

/// <summary>Where a run leaves what it read: first the posts, then the cursor. A crash between them repeats a page, and the repeat changes nothing.</summary>
public interface IPullStore
{
    /// <summary>Stores posts; durable when it returns. Throws what the store throws.</summary>
    Task<StoreReceipt> StoreAsync(PostBatch batch, CancellationToken cancellationToken);

    /// <summary>Saves a listing's cursor, and a gap with it where there is one. Throws when the relational store is away.</summary>
    Task SaveAsync(string stream, SourceCursor cursor, SourceGap? gap, CancellationToken cancellationToken);
}
