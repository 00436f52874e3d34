using Listening.Classifying;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Listening.Jobs;

/// <summary>Every hour, learns from corrections where enough came in; at once where somebody asks.</summary>
[DisallowConcurrentExecution]
public sealed partial class RetrainModelsJob(ILogger<RetrainModelsJob> logger, IModelRetrainer? retrainer = null) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static readonly JobKey Key = new("retrain-models");

    internal const string Anyway = "anyway";

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        // Posts are not sorted here.
        if (retrainer is null) return;
        var trained = await retrainer.RetrainAsync(context.MergedJobDataMap.ContainsKey(Anyway), cancellationToken);
        if (trained > 0) LogTrained(trained);
    }

    internal static void Schedule(IQuartzBuilder quartz)
    {
        // What was missed or killed is made up for by the next hour.
        quartz.AddJob<RetrainModelsJob>(job => job.WithIdentity(Key).StoreDurably().RequestRecovery(false));
        quartz.AddTrigger(trigger => trigger.ForJob(Key).WithIdentity("retrain-models-hourly").WithCronSchedule("0 40 * * * ?", cron => cron
            .InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
    }

    [LoggerMessage(4011, LogLevel.Information, "Trained {Count} models from corrections")]
    private partial void LogTrained(int count);
}
