namespace Listening.Collecting.Pulling;

/// <summary>Reads one configured source, page by page. It keeps nothing between calls that a restart may not lose.</summary>
public interface ISourceReader
{
    /// <summary>The walks this source is read by, each with a cursor of its own; at least one.</summary>
    IReadOnlyList<SourceStream> Streams { get; }

    /// <summary>
    /// Reads one page. What the network, the source or its credential does wrong is a <see cref="PageFailure"/>; only cancellation and faults of the
    /// program are thrown.
    /// </summary>
    Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken);
}
