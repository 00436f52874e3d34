using Listening.Collecting.Pulling;
using Quartz;

namespace Listening.Jobs;

/// <summary>The turns of the sources in the scheduler's own database.</summary>
public sealed class SourceSchedule(ISchedulerFactory schedulers, ISourceList sources, ISourceStates states, TimeProvider time) : ISourceSchedule
{
    private const double Jitter = 0.05;

    // So that a thousand sources that were added or missed together do not come at once.
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task SetAsync(Guid source, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (await sources.FindAsync(source, cancellationToken) is not { } found) await scheduler.DeleteJob(PullSourceJob.Key(source), cancellationToken);
        else await SetAsync(scheduler, found, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RunNowAsync(Guid source, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (!await scheduler.Exists(PullSourceJob.Key(source), cancellationToken)) await SetAsync(source, cancellationToken);
        await scheduler.TriggerJob(PullSourceJob.Key(source), new JobDataMap { [PullSourceJob.Now] = "true" }, cancellationToken);
    }

    /// <summary>Brings the schedule to what the list says: a start that was killed, another process or a restored copy may have left them apart.</summary>
    internal async Task MendAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var listed = await sources.ListAsync(cancellationToken);
        foreach (var source in listed)
        {
            if (!await IsRightAsync(scheduler, source, cancellationToken)) await SetAsync(scheduler, source, cancellationToken);
        }

        var known = listed.Select(source => PullSourceJob.Key(source.Id)).ToHashSet();
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(PullSourceJob.Group), cancellationToken))
        {
            // Asked once more: it may have been added since.
            if (!known.Contains(key) && await sources.FindAsync(Guid.ParseExact(key.Name, "N"), cancellationToken) is null) await scheduler.DeleteJob(key, cancellationToken);
        }
    }

    /// <summary>Up to a twentieth longer or shorter than said, always the same for one source: otherwise all that were added together stay together.</summary>
    internal static TimeSpan Interval(ConfiguredSource source)
    {
        var share = 1 + (Jitter * ((2 * Share(source.Id)) - 1));
        return TimeSpan.FromSeconds(Math.Max(1, Math.Round(source.Every.TotalSeconds * share)));
    }

    private static double Share(Guid source) => new Random(source.GetHashCode()).NextDouble();

    private async Task<bool> IsRightAsync(IScheduler scheduler, ConfiguredSource source, CancellationToken cancellationToken)
    {
        if (!await scheduler.Exists(PullSourceJob.Key(source.Id), cancellationToken)) return false;
        var turns = await scheduler.GetTrigger(PullSourceJob.Turns(source.Id), cancellationToken);
        if (source.Paused) return turns is null;
        return turns is ISimpleTrigger simple && simple.RepeatInterval == Interval(source) && turns.NextFireTimeUtc > time.GetUtcNow()
            && await scheduler.GetTriggerState(turns.Key, cancellationToken) != TriggerState.Error;
    }

    private async Task SetAsync(IScheduler scheduler, ConfiguredSource source, CancellationToken cancellationToken)
    {
        // A run that was killed is done again at the next start: it goes on from its cursor, and what the source asked for still holds.
        var job = JobBuilder.Create<PullSourceJob>().WithIdentity(PullSourceJob.Key(source.Id)).StoreDurably().RequestRecovery().Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
        if (source.Paused)
        {
            await scheduler.UnscheduleJob(PullSourceJob.Turns(source.Id), cancellationToken);
            await scheduler.UnscheduleJob(PullSourceJob.Again(source.Id), cancellationToken);
            return;
        }

        var interval = Interval(source);
        // What was missed is made up for once, however many turns it was: a run reads on from its cursor.
        var turns = TriggerBuilder.Create(time).WithIdentity(PullSourceJob.Turns(source.Id)).ForJob(job)
            .StartAt(await FirstAsync(source, interval, cancellationToken))
            .WithSimpleSchedule(simple => simple.WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        await scheduler.ScheduleTrigger(turns, TriggerConflict.Replace, cancellationToken);
    }

    private async Task<DateTimeOffset> FirstAsync(ConfiguredSource source, TimeSpan interval, CancellationToken cancellationToken)
    {
        var state = await states.ReadAsync(source.Id, cancellationToken);
        var soon = time.GetUtcNow() + ((interval < Spread ? interval : Spread) * Share(source.Id));
        return state.Tried + interval is { } due && due > soon ? due : soon;
    }
}
