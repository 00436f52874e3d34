namespace Listening.Web.Reporting;

/// <summary>Keeps the reports ready that take long, so that whoever opens one next need not wait.</summary>
public sealed class ReportKeeping(ReportReadings readings, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await readings.KeepReadyAsync(stoppingToken);
    }
}
