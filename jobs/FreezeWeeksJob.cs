using Listening.Reporting;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Listening.Jobs;

/// <summary>At every start and every ten minutes, records the first four weeks of brands where they are over.</summary>
[DisallowConcurrentExecution]
public sealed class FreezeWeeksJob(IFreezingRound? round = null) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static readonly JobKey Key = new("freeze-first-weeks");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (round is not null) await round.GoAsync(cancellationToken);
    }

    internal static void Schedule(IQuartzBuilder quartz)
    {
        quartz.AddJob<FreezeWeeksJob>(job => job.WithIdentity(Key).StoreDurably().RequestRecovery(false));
        quartz.AddTrigger(trigger => trigger.ForJob(Key).WithIdentity("freeze-first-weeks-now-and-then").WithCronSchedule("35 3/10 * * * ?", cron => cron
            .InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
        quartz.AddTrigger((services, trigger) => trigger.ForJob(Key).WithIdentity("freeze-first-weeks-at-start")
            .StartAt(services.GetRequiredService<TimeProvider>().GetUtcNow()));
    }
}
