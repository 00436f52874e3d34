using Listening.Reporting.Sending;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Listening.Jobs;

/// <summary>At every start and every minute, writes the reports that are due and sends those that wait; at once where somebody asks.</summary>
[DisallowConcurrentExecution]
public sealed class SendReportsJob(IReportRound? round = null) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static readonly JobKey Key = new("send-reports");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (round is not null) await round.GoAsync(cancellationToken);
    }

    internal static void Schedule(IQuartzBuilder quartz)
    {
        // When a report is due is worked out in the reporting zone, which may change while the program runs: a round looks, and the schedule of rounds is plain.
        // Neither recovery nor anything for missed minutes: the next round makes up for all of it.
        quartz.AddJob<SendReportsJob>(job => job.WithIdentity(Key).StoreDurably().RequestRecovery(false));
        quartz.AddTrigger(trigger => trigger.ForJob(Key).WithIdentity("send-reports-by-the-minute").WithCronSchedule("5 * * * * ?", cron => cron
            .InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
        quartz.AddTrigger((services, trigger) => trigger.ForJob(Key).WithIdentity("send-reports-at-start")
            .StartAt(services.GetRequiredService<TimeProvider>().GetUtcNow()));
    }
}
