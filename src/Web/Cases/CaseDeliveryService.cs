using System.Threading.Channels;
using Listening.Cases;
using Listening.Desk;
using Listening.Storing;

namespace Listening.Web.Cases;

/// <summary>Carries what agents did to the clock, at once when somebody did something and every few seconds for what was left behind.</summary>
public sealed partial class CaseDeliveryService(CaseDelivery delivery, ProjectingLoop projecting, TimeProvider time, ILogger<CaseDeliveryService> logger) : BackgroundService
{
    private static readonly TimeSpan LookAround = TimeSpan.FromSeconds(5);
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that there is something to carry.</summary>
    public void Wake() => wake.Writer.TryWrite(true);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await delivery.DeliverAsync(stoppingToken) > 0) projecting.Wake();
            }
            catch (Exception exception) when (exception is DeskUnavailableException or StoreQueryException)
            {
                // It stays in the outbox, and the next round carries it.
                LogLeft(logger, exception.Message);
            }

            using var round = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(wake.Reader.WaitToReadAsync(round.Token).AsTask(), Task.Delay(LookAround, time, round.Token));
            wake.Reader.TryRead(out _);
            await round.CancelAsync();
        }
    }

    [LoggerMessage(EventId = 1090, Level = LogLevel.Warning, Message = "What agents did could not be carried to the clock and stays in the outbox: {Reason}")]
    private static partial void LogLeft(ILogger logger, string reason);
}
