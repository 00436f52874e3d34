namespace Listening.Storing;

/// <summary>Puts together what was written in pieces, so that readers need not do it at every question.</summary>
public interface IStoreOptimizer
{
    /// <summary>
    /// Merges every stretch of the facts that is in pieces, the newest first, and tells what it merged; what is whole is left alone. One run at a time: another
    /// waits. A cancelled run keeps what is merged and leaves the rest as it was. Throws <see cref="StoreQueryException"/> when the store refuses, for example
    /// without room on the disk for a second copy of a stretch.
    /// </summary>
    Task<IReadOnlyList<OptimizedStretch>> OptimizeAsync(CancellationToken cancellationToken);
}
