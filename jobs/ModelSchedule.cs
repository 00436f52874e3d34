using System.Globalization;
using Listening.Classifying;
using Quartz;

namespace Listening.Jobs;

/// <summary>Starts the models' jobs at once. Throws <see cref="SchedulerException"/> while the schedule's database is away.</summary>
internal sealed class ModelSchedule(ISchedulerFactory schedulers) : IModelSchedule
{
    /// <inheritdoc/>
    public async Task SortAgainAsync(DateTimeOffset? from, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(ReclassifyPostsJob.Key, new JobDataMap { [ReclassifyPostsJob.From] = from?.ToString("O", CultureInfo.InvariantCulture) ?? "" }, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task TrainAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(RetrainModelsJob.Key, new JobDataMap { [RetrainModelsJob.Anyway] = "true" }, cancellationToken);
    }
}
