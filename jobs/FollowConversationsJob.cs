using Listening.Collecting.Following;
using Quartz;

namespace Listening.Jobs;

/// <summary>Every minute, reads the answers to those open conversations that are due.</summary>
[DisallowConcurrentExecution]
public sealed class FollowConversationsJob(ConversationFollower follower) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static readonly JobKey Key = new("follow-conversations");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await follower.FollowAsync(cancellationToken);

    internal static void Schedule(IQuartzBuilder quartz)
    {
        // Neither recovery nor anything for missed minutes: the next one reads what is due by then.
        quartz.AddJob<FollowConversationsJob>(job => job.WithIdentity(Key).StoreDurably().RequestRecovery(false));
        quartz.AddTrigger(trigger => trigger.ForJob(Key).WithIdentity(Key.Name).WithCronSchedule("15 * * * * ?", cron => cron
            .InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
    }
}
