using System.Collections.Concurrent;
using Quartz;

namespace Listening.Benchmarks.Sources;

/// <summary>Hears from the scheduler when each turn of a source was due, when it began and how long it took.</summary>
internal sealed class TurnClock(TimeProvider time) : IJobListener, ITriggerListener
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> begun = new();
    private long missed;

    public string Name => nameof(TurnClock);

    /// <summary>The turns so far.</summary>
    public ConcurrentQueue<Turn> Turns { get; } = new();

    /// <summary>Turns that were more than a minute late: the scheduler then counts on from now, so their lag is told by nothing else.</summary>
    public long Missed => Interlocked.Read(ref missed);

    public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        begun[context.FireInstanceId] = time.GetUtcNow();
        return ValueTask.CompletedTask;
    }

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        // Only regular turns: what goes on after a failure or a cut has a trigger of its own.
        if (begun.TryRemove(context.FireInstanceId, out var at) && context.Trigger.Key.Name == context.JobDetail.Key.Name && context.ScheduledFireTimeUtc is { } due)
            Turns.Enqueue(new(Guid.ParseExact(context.JobDetail.Key.Name, "N"), due, at, time.GetUtcNow()));
        return ValueTask.CompletedTask;
    }

    public ValueTask TriggerMisfired(ITrigger trigger, IScheduler scheduler, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref missed);
        return ValueTask.CompletedTask;
    }
}
