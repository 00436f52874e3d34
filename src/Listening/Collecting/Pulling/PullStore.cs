using Listening.Storing;

namespace Listening.Collecting.Pulling;

/// <summary>Where the runs of one configured source leave what they read: the pipeline and the relational store.</summary>
internal sealed class PullStore(Guid source, CollectingPipeline pipeline, ISourceCursors cursors) : IPullStore
{
    public Task<StoreReceipt> StoreAsync(PostBatch batch, CancellationToken cancellationToken) => pipeline.AcceptAsync(batch, cancellationToken);

    public Task SaveAsync(string stream, SourceCursor cursor, SourceGap? gap, CancellationToken cancellationToken) => cursors.SaveAsync(source, stream, cursor, gap, cancellationToken);
}
