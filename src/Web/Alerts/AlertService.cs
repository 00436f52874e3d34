using Listening.Alerts;
using Listening.Brands;
using Listening.Desk.Alerts;

namespace Listening.Web.Alerts;

/// <summary>Looks around, raises and takes back alerts, and sends what waits.</summary>
public sealed partial class AlertService(
    IEnumerable<IAlertFinder> finders, AlertBook book, AlertOutbox outbox, IEnumerable<IAlertChannel> channels, AlertSettings settings, CurrentRegistry registry,
    TimeProvider time, ILogger<AlertService> logger) : BackgroundService
{
    /// <summary>How far back alerts may still be taken back.</summary>
    private static readonly TimeSpan Taken = TimeSpan.FromDays(30);
    private readonly IReadOnlyList<IAlertChannel> channels = [.. channels];

    /// <summary>One look, and what follows from it.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var finder in finders) await book.RaiseAsync(await finder.FindAsync(now, cancellationToken), settings.Rules.Cooldown, now, cancellationToken);
        await book.WithdrawAsync(now - Taken, now, cancellationToken);
        if (channels.Count == 0 || settings.Rules.IsQuiet(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, registry.Now.Zone).DateTime))) return;
        await outbox.GatherAsync([.. channels.Select(channel => channel.Name)], settings.Rules, now, cancellationToken);
        foreach (var message in await outbox.PendingAsync(now, cancellationToken)) await SendAsync(message, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Half of what is gathered at the least, so that nothing waits much longer than it has to.
        using var timer = new PeriodicTimer(TimeSpan.FromTicks(Math.Clamp(settings.Rules.Gather.Ticks / 2, TimeSpan.TicksPerSecond, TimeSpan.TicksPerSecond * 15)), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogMissed(logger, exception);
            }
    }

    private async Task SendAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        // A channel that settings no longer have keeps its messages until it is there again.
        if (channels.FirstOrDefault(channel => channel.Name == message.Channel) is not { } channel) return;
        try
        {
            await channel.SendAsync(message, cancellationToken);
            // It has arrived: that is noted also when the program is just ending.
            await outbox.SentAsync(message.Id, time.GetUtcNow(), CancellationToken.None);
        }
        catch (AlertUnsentException unsent)
        {
            LogUnsent(logger, message.Channel, unsent.Message);
            await outbox.FailedAsync(message, unsent.Message, time.GetUtcNow(), cancellationToken);
        }
    }

    [LoggerMessage(EventId = 5301, Level = LogLevel.Warning, Message = "Alerts could not be looked for now")]
    private static partial void LogMissed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 5302, Level = LogLevel.Warning, Message = "An alert could not be sent by {Channel} and is tried again: {Reason}")]
    private static partial void LogUnsent(ILogger logger, string channel, string reason);
}
