using Listening.Brands;
using Listening.Desk.Brands;
using Listening.Store.Previewing;
using Listening.Storing;
using Listening.Web.Streaming;

namespace Listening.Web.Registry;

/// <summary>
/// Notices a registry that another process on the same relational store set, and tells who must act on a new one: the projector derives the facts again,
/// open screens ask anew what they are.
/// </summary>
public sealed partial class RegistryWatch(
    CurrentRegistry current, RegistryVersions versions, ProjectingLoop projecting, TileBoard board, RegistryPreview preview, TimeProvider time, ILogger<RegistryWatch> logger)
    : BackgroundService
{
    /// <summary>How long another process's version stays unnoticed at most, and a second.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(NoticeAsync(stoppingToken), TellAsync(stoppingToken), ClearAsync(stoppingToken));
    }

    private async Task ClearAsync(CancellationToken cancellationToken)
    {
        try
        {
            await preview.ClearAsync(cancellationToken);
        }
        catch (StoreQueryException exception)
        {
            // It is in nobody's way; the next preview or start throws it away.
            LogUncleared(logger, exception);
        }
    }

    private async Task NoticeAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
            try
            {
                if (await versions.NumberAsync(cancellationToken) > current.Now.Version && await versions.NewestAsync(cancellationToken) is { } set)
                    current.Take(RegistryStart.Use(set.Number, set.Content));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogUnread(logger, exception);
            }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        for (var known = current.Now; ; known = current.Now)
        {
            var now = await current.WaitAsync(known, cancellationToken);
            LogTaken(logger, now.Version);
            projecting.Wake();
            board.Tell("session");
        }
    }

    [LoggerMessage(EventId = 5101, Level = LogLevel.Information, Message = "Version {Version} of the brand registry is in use")]
    private static partial void LogTaken(ILogger logger, int version);

    [LoggerMessage(EventId = 5103, Level = LogLevel.Warning, Message = "What an earlier preview of a registry left behind could not be thrown away")]
    private static partial void LogUncleared(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 5102, Level = LogLevel.Warning, Message = "Whether there is a newer brand registry cannot be found out now")]
    private static partial void LogUnread(ILogger logger, Exception exception);
}
