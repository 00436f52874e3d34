using System.Collections.Concurrent;
using Listening.Collecting.Pulling;

namespace Listening.Benchmarks.Sources;

/// <summary>
/// The baseline: a timer a source in memory and the same puller behind it. It forgets everything at a restart, lets nobody pause or look, and has no limit of how many run at
/// once; so its lag is what the machine and the pulling cost without a scheduler.
/// </summary>
internal static class BareTimers
{
    public static async Task<IReadOnlyList<Turn>> RunAsync(IReadOnlyList<ConfiguredSource> sources, SourcePuller puller, TimeSpan window, TimeProvider time)
    {
        using var end = new CancellationTokenSource(window, time);
        var turns = new ConcurrentQueue<Turn>();
        var began = time.GetUtcNow();
        await Task.WhenAll(sources.Select((source, number) => FollowAsync(source, began + (source.Every * ((number + 0.5) / sources.Count)), end.Token)));
        return [.. turns];

        async Task FollowAsync(ConfiguredSource source, DateTimeOffset due, CancellationToken cancellationToken)
        {
            try
            {
                for (; ; due += source.Every)
                {
                    var wait = due - time.GetUtcNow();
                    if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
                    var at = time.GetUtcNow();
                    await puller.PullAsync(source.Id, false, cancellationToken);
                    turns.Enqueue(new(source.Id, due, at, time.GetUtcNow()));
                }
            }
            catch (OperationCanceledException)
            {
                // The window has ended.
            }
        }
    }
}
