using Listening.Storing;
using Quartz;

namespace Listening.Jobs;

/// <summary>Catches the projector up every minute: the net behind the live loop, for what came in while nobody listened.</summary>
[DisallowConcurrentExecution]
public sealed class ProjectConversationsJob(IFactProjector projector) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static readonly JobKey Key = new("project-conversations");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await projector.CatchUpAsync(cancellationToken);

    internal static void Schedule(IQuartzBuilder quartz)
    {
        // No recovery and nothing for missed minutes: the next one catches up with everything anyway, and a run twice in a row helps nobody.
        quartz.AddJob<ProjectConversationsJob>(job => job.WithIdentity(Key).StoreDurably().RequestRecovery(false));
        quartz.AddTrigger(trigger => trigger.ForJob(Key).WithIdentity(Key.Name).WithCronSchedule("0 * * * * ?", cron => cron
            .InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
    }
}
