using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Listening.Jobs;

/// <summary>At every start and every ten minutes, brings the sources' turns to what the list of sources says.</summary>
[DisallowConcurrentExecution]
public sealed class MendSourcesJob(SourceSchedule schedule) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static readonly JobKey Key = new("mend-sources");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await schedule.MendAsync(context.Scheduler, cancellationToken);

    internal static void Schedule(IQuartzBuilder quartz)
    {
        // Neither recovery nor anything for missed turns: it runs at every start anyway.
        quartz.AddJob<MendSourcesJob>(job => job.WithIdentity(Key).StoreDurably().RequestRecovery(false));
        quartz.AddTrigger(trigger => trigger.ForJob(Key).WithIdentity(Key.Name).WithCronSchedule("30 5/10 * * * ?", cron => cron
            .InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
        quartz.AddTrigger((services, trigger) => trigger.ForJob(Key).WithIdentity("mend-sources-at-start")
            .StartAt(services.GetRequiredService<TimeProvider>().GetUtcNow()));
    }
}
