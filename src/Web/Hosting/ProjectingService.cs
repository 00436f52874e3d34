using Listening.Store.Projecting;
using Listening.Storing;

namespace Listening.Web.Hosting;

/// <summary>Keeps facts up with posts for as long as the server runs.</summary>
public sealed partial class ProjectingService(ProjectingLoop loop, FactProjector projector, IFactReader facts, Revisions revisions, ILogger<ProjectingService> logger)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await projector.RebuildWhenNeededAsync(stoppingToken)) LogRebuilt(logger);
        revisions.Announce(facts.Revision);
        await loop.RunAsync(stoppingToken);
        await projector.ReleaseAsync(CancellationToken.None);
    }

    [LoggerMessage(EventId = 1003, Level = LogLevel.Information, Message = "The registry of brands has changed: all facts were derived again")]
    private static partial void LogRebuilt(ILogger logger);
}
