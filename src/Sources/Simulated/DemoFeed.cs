using Listening.Collecting;
using Listening.Storing;

namespace Listening.Sources.Simulated;

/// <summary>Brings the simulated world into the pipeline: its history in a few large batches, then post after post as it happens.</summary>
public sealed class DemoFeed(CollectingPipeline pipeline, ILabelStore labels, TimeProvider time)
{
    private const int BatchSize = 20_000;

    /// <summary>
    /// Runs until cancelled. <paramref name="newest"/> is the newest post that a former run left, so that only what has happened since is brought; a first
    /// run brings everything. <paramref name="historyDone"/> is told once, when the history has become facts. Throws what the store throws.
    /// </summary>
    public async Task RunAsync(DateTimeOffset? newest, Action<long> historyDone, CancellationToken cancellationToken)
    {
        var world = new SimulatedWorld(time.GetUtcNow());
        long count = 0;
        foreach (var posts in world.Until(world.Now).Where(post => newest is null || post.Post.SourcePostedAt > newest).Chunk(BatchSize))
        {
            await BringAsync(posts, Arrival.Backfill, cancellationToken);
            count += posts.Length;
        }

        await pipeline.ProjectAsync(cancellationToken);
        historyDone(count);
        await foreach (var post in world.LiveAsync(time, cancellationToken)) await BringAsync([post], Arrival.Live, cancellationToken);
    }

    // Labels first: a post that asks for nothing is never seen to wait.
    private async Task BringAsync(SimulatedPost[] posts, Arrival arrival, CancellationToken cancellationToken)
    {
        await labels.AppendAsync([.. posts.Select(post => post.Label(time.GetUtcNow()))], cancellationToken);
        await pipeline.AcceptAsync([.. posts.Select(post => post.Post)], arrival, cancellationToken);
    }
}
