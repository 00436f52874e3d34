using Listening.Classifying;
using Listening.Collecting;
using Listening.Storing;

namespace Listening;

/// <summary>The way of every post, whoever brings it: classify → store → project → announce. Without <paramref name="sorting"/> nothing is classified.</summary>
public sealed class CollectingPipeline(CommitGroups commits, ProjectingLoop projecting, TimeProvider time, PostSorting? sorting = null)
{
    /// <summary>Takes posts as they happen or from the past: durable when it returns, facts follow at once. Throws what the store throws.</summary>
    public Task<StoreReceipt> AcceptAsync(IReadOnlyList<Post> posts, Arrival arrival, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return AcceptAsync(new PostBatch([.. posts.Select(post => new CollectedPost(post, now, arrival))]), cancellationToken);
    }

    /// <summary>Takes a batch: durable when it returns, facts follow at once. Throws what the store throws.</summary>
    public async Task<StoreReceipt> AcceptAsync(PostBatch batch, CancellationToken cancellationToken)
    {
        if (sorting is not null) batch = sorting.Sort(batch, cancellationToken);
        var receipt = await commits.StoreAsync(batch, cancellationToken);
        projecting.Wake();
        return receipt;
    }

    /// <summary>Turns everything stored so far into facts and announces them; for who stored a lot and wants to see it at the end.</summary>
    public Task<long> ProjectAsync(CancellationToken cancellationToken) => projecting.CatchUpAsync(cancellationToken);
}
