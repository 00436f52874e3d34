using Listening.Collecting;

namespace Listening.Sources.Simulated;

/// <summary>Brings the simulated world into the pipeline: its history in a few large batches, then post after post as it happens.</summary>
public sealed class DemoFeed(CollectingPipeline pipeline, TimeProvider time)
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
        foreach (var posts in world.Until(world.Now).Where(post => newest is null || post.SourcePostedAt > newest).Chunk(BatchSize))
        {
            await pipeline.AcceptAsync(posts, Arrival.Backfill, cancellationToken);
            count += posts.Length;
        }

        await pipeline.ProjectAsync(cancellationToken);
        historyDone(count);
        await foreach (var post in world.LiveAsync(time, cancellationToken)) await pipeline.AcceptAsync([post], Arrival.Live, cancellationToken);
    }
}
