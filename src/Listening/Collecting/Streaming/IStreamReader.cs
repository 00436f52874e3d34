namespace Listening.Collecting.Streaming;

/// <summary>A reader that can also listen: the source sends what happens as it happens. A source that is not set to stream is opened as a reader without it.</summary>
public interface IStreamReader
{
    /// <summary>
    /// Connects once and gives what comes, until the connection ends; who reads connects again. The first event of a connection is <see cref="StreamOpened"/>.
    /// What the network, the source or its credential does wrong is a <see cref="StreamFailed"/>, the last event; only cancellation and faults of the program are
    /// thrown. The same event may come again after a reconnect. <paramref name="from"/> is where to go on, as an event gave it; null for now. A source without replay
    /// ignores it.
    /// </summary>
    IAsyncEnumerable<StreamEvent> ReadAsync(StreamPosition? from, CancellationToken cancellationToken);
}
