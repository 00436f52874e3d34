using Listening.Collecting.Streaming;

namespace Listening.Web.Sourcing;

/// <summary>Follows the streams of the sources for as long as the server runs.</summary>
public sealed class StreamingService(SourceStreams streams) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => streams.RunAsync(stoppingToken);
}
