using Listening.Desk;
using Listening.Store.Projecting;
using Listening.Storing;

namespace Listening.Web.Hosting;

/// <summary>Keeps facts up with posts for as long as the server runs.</summary>
public sealed partial class ProjectingService(ProjectingLoop loop, FactProjector projector, IFactReader facts, Revisions revisions, ILogger<ProjectingService> logger)
    : BackgroundService
{
    // The lease runs out by itself within a minute.
    private static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await projector.RebuildWhenNeededAsync(stoppingToken)) LogRebuilt(logger);
        revisions.Announce(facts.Revision);
        await loop.RunAsync(stoppingToken);
        await ReleaseAsync();
    }

    private async Task ReleaseAsync()
    {
        using var limit = new CancellationTokenSource(ReleaseLimit);
        try
        {
            await projector.ReleaseAsync(limit.Token);
        }
        catch (Exception exception) when (exception is DeskUnavailableException || limit.IsCancellationRequested)
        {
            LogKept(logger, exception.Message);
        }
    }

    [LoggerMessage(EventId = 1003, Level = LogLevel.Information, Message = "The registry of brands has changed: all facts were derived again")]
    private static partial void LogRebuilt(ILogger logger);

    [LoggerMessage(EventId = 1004, Level = LogLevel.Warning, Message = "The projector's lease could not be given back and runs out by itself within a minute: {Reason}")]
    private static partial void LogKept(ILogger logger, string reason);
}
