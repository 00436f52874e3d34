using System.Threading.Channels;
using Listening.Cases.Asking;
using Listening.Cases.Replying;
using Listening.Desk;
using Listening.Desk.Replying;
using Listening.Storing;
using Listening.Web.Cases;

namespace Listening.Web.Replying;

/// <summary>Sends answers when they are due. What it had when it was killed its next start goes on with at once, another machine after some minutes.</summary>
public sealed partial class ReplySending(
    ReplyOutbox outbox, QuestionOutbox questions, ReplySender replies, QuestionRound asking, CaseDeliveryService delivery, DataDirectory data, TimeProvider time, ILogger<ReplySending> logger) : BackgroundService
{
    private static readonly TimeSpan LookAround = TimeSpan.FromSeconds(1);
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly string sender = $"{Environment.MachineName}:{data.Path}";

    /// <summary>Says that something is due.</summary>
    public void Wake() => wake.Writer.TryWrite(true);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var freed = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!freed)
                {
                    await outbox.FreeAsync(sender, stoppingToken);
                    await questions.FreeAsync(sender, stoppingToken);
                }

                freed = true;
                if (await replies.RunAsync(sender, stoppingToken) + await asking.RunAsync(sender, stoppingToken) > 0) delivery.Wake();
            }
            catch (Exception exception) when (exception is DeskUnavailableException or StoreQueryException)
            {
                // It stays in the outbox, and a later round goes on with it.
                LogLeft(logger, exception.Message);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // What one answer broke stays for its lease; the others go on.
                LogBroken(logger, exception);
            }

            using var round = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(wake.Reader.WaitToReadAsync(round.Token).AsTask(), Task.Delay(LookAround, time, round.Token));
            wake.Reader.TryRead(out _);
            await round.CancelAsync();
        }
    }

    [LoggerMessage(EventId = 1181, Level = LogLevel.Warning, Message = "Answers could not be sent just now and stay in the outbox: {Reason}")]
    private static partial void LogLeft(ILogger logger, string reason);

    [LoggerMessage(EventId = 1182, Level = LogLevel.Error, Message = "An answer could not be worked on and is taken up again in some minutes")]
    private static partial void LogBroken(ILogger logger, Exception exception);
}
