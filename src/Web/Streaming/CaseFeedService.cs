using Listening.Desk;
using Listening.Web.Cases;

namespace Listening.Web.Streaming;

/// <summary>Looks four times a second what is new of cases, while somebody follows: one indexed question, however many they are.</summary>
public sealed partial class CaseFeedService(CaseFeed feed, CasePresence presence, TimeProvider time, ILogger<CaseFeedService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await feed.SomebodyAsync(stoppingToken);
            try
            {
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
