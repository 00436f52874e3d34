using Listening.Storing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Listening.Jobs;

/// <summary>Every night and at every start, takes text and author away from posts older than the retention.</summary>
[DisallowConcurrentExecution]
public sealed partial class ExpirePostsJob(IPostRedactor redactor, Retention retention, TimeProvider time, ILogger<ExpirePostsJob> logger) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static readonly JobKey Key = new("expire-posts");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (retention.Age is not { } age) return;
        var before = time.GetUtcNow() - age;
        LogExpired(await redactor.RedactOlderThanAsync(before, cancellationToken), before);
    }

    internal static void Schedule(IQuartzBuilder quartz)
    {
        // A deadline that people rely on: a run that was killed is done again at the next start, a night that was missed in sleep is made up for, and a
        // machine that is off every night runs it at its start. A run too many finds nothing to do.
        quartz.AddJob<ExpirePostsJob>(job => job.WithIdentity(Key).StoreDurably().RequestRecovery());
        quartz.AddTrigger(trigger => trigger.ForJob(Key).WithIdentity("expire-posts-nightly").WithCronSchedule("0 20 3 * * ?", cron => cron
            .InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
        quartz.AddTrigger((services, trigger) => trigger.ForJob(Key).WithIdentity("expire-posts-at-start")
            .StartAt(services.GetRequiredService<TimeProvider>().GetUtcNow()));
    }

    [LoggerMessage(4001, LogLevel.Information, "Took text and author from {Versions} post versions written before {Before:O}")]
    private partial void LogExpired(long versions, DateTimeOffset before);
}
