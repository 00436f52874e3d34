using Listening.Reporting.Sending;
using Quartz;

namespace Listening.Jobs;

/// <summary>Starts the reports' job at once. Throws <see cref="SchedulerException"/> while the schedule's database is away.</summary>
internal sealed class ReportTurns(ISchedulerFactory schedulers) : IReportTurns
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(SendReportsJob.Key, cancellationToken);
    }
}
