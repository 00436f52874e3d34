using Listening.Storing;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Listening.Jobs;

/// <summary>Every night, merges the facts that are in pieces, so that a year is read as it lies.</summary>
[DisallowConcurrentExecution]
public sealed partial class OptimizeStoreJob(IStoreOptimizer optimizer, TimeProvider time, ILogger<OptimizeStoreJob> logger) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static readonly JobKey Key = new("optimize-store");

    /// <summary>When a run ends that has not come to its end: before the day begins.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var late = new CancellationTokenSource(Longest, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            foreach (var stretch in await optimizer.OptimizeAsync(ended.Token)) LogMerged(stretch.Facts, stretch.Start, stretch.Pieces, stretch.Rows, stretch.Took.TotalSeconds);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogLate(Longest);
        }
    }

    internal static void Schedule(IQuartzBuilder quartz, TimeZoneInfo zone)
    {
        // After the posts that expire, which rewrite some of it. A night that was missed waits for the next: by day it would stand in everybody's way.
        quartz.AddJob<OptimizeStoreJob>(job => job.WithIdentity(Key).StoreDurably().RequestRecovery(false));
        quartz.AddTrigger(trigger => trigger.ForJob(Key).WithIdentity("optimize-store-nightly").WithCronSchedule("0 55 3 * * ?", cron => cron
            .InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
    }

    [LoggerMessage(4002, LogLevel.Information, "Merged {Facts} of the quarter from {Start}: {Pieces} pieces, {Rows} rows, {Seconds:0.0} s")]
    private partial void LogMerged(string facts, DateOnly start, long pieces, long rows, double seconds);

    [LoggerMessage(4003, LogLevel.Warning, "Merging the facts was not done within {Longest}; it goes on the next night")]
    private partial void LogLate(TimeSpan longest);
}
