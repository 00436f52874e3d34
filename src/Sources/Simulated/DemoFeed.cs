using Listening.Collecting;
using Listening.Storing;

namespace Listening.Sources.Simulated;

/// <summary>Brings the simulated world into the pipeline: what has happened in large batches, then post after post as it happens.</summary>
public sealed class DemoFeed(CollectingPipeline pipeline, TimeProvider time)
{
    private const int BatchSize = 20_000;

    /// <summary>How far a later run repeats what an earlier one brought: edits come after newer posts, and facts after what is stored. A repeat adds nothing.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>What is younger came in as it happened, so that whoever still waits from then has a case; what is older was read in from the past.</summary>
    private static readonly TimeSpan Listened = SimulatedWorld.Longest;

    /// <summary>
    /// Runs until cancelled. <paramref name="newest"/> is the newest post that a former run left, so that only what has happened since is brought; a first
    /// run brings thirteen weeks and a small outbreak of this hour. <paramref name="historyDone"/> is told once, when the past has become facts. Throws what the store throws.
    /// </summary>
    public async Task RunAsync(DateTimeOffset? newest, Func<long, Task> historyDone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(historyDone);
        var due = new List<SimulatedPost>();
        var (past, count, began) = (true, 0L, time.GetUtcNow());
        foreach (var post in Coming(newest, time.GetUtcNow()))
        {
            for (DateTimeOffset now; post.At > (now = time.GetUtcNow());)
            {
                if (past && newest is null) due.AddRange(DemoOutbreak.Before(began));
                count += await BringAsync(due, began, cancellationToken);
                if (past)
                {
                    await pipeline.ProjectAsync(cancellationToken);
                    await historyDone(count);
                    past = false;
                }
                else
                {
                    await Task.Delay(post.At - now, time, cancellationToken);
                }
            }

            due.Add(post);
            if (due.Count == BatchSize) count += await BringAsync(due, began, cancellationToken);
        }
    }

    /// <summary>What a run at <paramref name="now"/> has to bring, when a former one left <paramref name="newest"/>; without end.</summary>
    public static IEnumerable<SimulatedPost> Coming(DateTimeOffset? newest, DateTimeOffset now)
    {
        var beginning = newest is { } last ? last - Overlap - SimulatedWorld.Longest : SimulatedWorld.BeginningFor(now);
        return new SimulatedWorld().From(beginning, newest - Overlap ?? beginning.AddTicks(-1));
    }

    private async Task<int> BringAsync(List<SimulatedPost> due, DateTimeOffset began, CancellationToken cancellationToken)
    {
        if (due.Count == 0) return 0;
        var (now, listened) = (time.GetUtcNow(), began - Listened);
        var posts = due.Select(post => post.At < listened ? post.Collected(now, Arrival.Backfill) : post.Collected(post.At < began ? post.At : now, Arrival.Live));
        await pipeline.AcceptAsync(new PostBatch([.. posts]), cancellationToken);
        var brought = due.Count;
        due.Clear();
        return brought;
    }
}
