using Listening.Classifying;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Listening.Jobs;

/// <summary>At every start and every night, sorts posts that were stored unsorted.</summary>
[DisallowConcurrentExecution]
public sealed partial class SortUnsortedJob(ILogger<SortUnsortedJob> logger, PastSorter? sorter = null) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static readonly JobKey Key = new("sort-unsorted");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Posts are not sorted here.
        if (sorter is null) return;
        var healed = await sorter.HealAsync(cancellationToken);
        if (healed > 0) LogHealed(healed);
    }

    internal static void Schedule(IQuartzBuilder quartz, TimeZoneInfo zone)
    {
        // Neither recovery nor anything for missed turns: it runs at every start anyway, and what it has done is not done again.
        quartz.AddJob<SortUnsortedJob>(job => job.WithIdentity(Key).StoreDurably().RequestRecovery(false));
        quartz.AddTrigger(trigger => trigger.ForJob(Key).WithIdentity("sort-unsorted-nightly").WithCronSchedule("0 35 3 * * ?", cron => cron
            .InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
        quartz.AddTrigger((services, trigger) => trigger.ForJob(Key).WithIdentity("sort-unsorted-at-start")
            .StartAt(services.GetRequiredService<TimeProvider>().GetUtcNow()));
    }

    [LoggerMessage(4013, LogLevel.Information, "Sorted {Posts} posts that had been stored unsorted")]
    private partial void LogHealed(long posts);
}
