using Listening.Desk;
using Listening.Desk.Cases;
using Listening.Web.Cases;

namespace Listening.Web.Streaming;

/// <summary>
/// Looks four times a second what is new of cases, and once a second which snoozes are over, while somebody follows: one indexed question each, however many they are.
/// </summary>
public sealed partial class CaseFeedService(CaseFeed feed, SnoozeEnds snoozes, CasePresence presence, TimeProvider time, ILogger<CaseFeedService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private const int SnoozesEach = 4;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var round = 0; !stoppingToken.IsCancellationRequested; round++)
        {
            await feed.SomebodyAsync(stoppingToken);
            try
            {
                if (round % SnoozesEach == 0) await snoozes.NoteAsync(stoppingToken);
                await feed.TellAsync(stoppingToken);
            }
            catch (DeskUnavailableException exception)
            {
                // What was written meanwhile is told as soon as the database is back.
                LogAway(logger, exception.Message);
            }

            foreach (var id in presence.Expire()) feed.Tell(new(id, presence.At(id)));
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    [LoggerMessage(EventId = 1091, Level = LogLevel.Warning, Message = "What is new of cases could not be read and is told later: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);
}
