namespace Listening.Web.Calendars;

/// <summary>Notices calendars and targets that another process on the same relational store set.</summary>
public sealed partial class TargetsWatch(TargetsDesk desk, TimeProvider time, ILogger<TargetsWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await desk.TakeAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogUnread(logger, exception);
            }
    }

    [LoggerMessage(EventId = 5201, Level = LogLevel.Warning, Message = "Whether there are newer calendars and targets cannot be found out now")]
    private static partial void LogUnread(ILogger logger, Exception exception);
}
