namespace Listening.Web.Reporting;

/// <summary>Keeps the reports ready that take long, after a start those of before it, so that whoever opens one next need not wait.</summary>
public sealed class ReportKeeping(ReportReadings readings, WantedReports file, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var kept = await file.ReadAsync(stoppingToken);
        readings.Want(kept);
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            await readings.KeepReadyAsync(stoppingToken);
            var wanted = readings.Wanted;
            if (!wanted.SequenceEqual(kept)) await file.WriteAsync(kept = wanted, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
