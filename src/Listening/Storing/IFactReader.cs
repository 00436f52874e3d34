namespace Listening.Storing;

/// <summary>Reads the published views, for metrics, lists and exports.</summary>
public interface IFactReader
{
    /// <summary>Grows with every projection; two answers with the same revision saw the same facts.</summary>
    long Revision { get; }

    /// <summary>
    /// Streams the rows of a SELECT over the published views <c>posts</c>, <c>waits</c> and <c>batches</c> (unqualified: the reader's own
    /// database is the published one). Values reach the SQL only as <c>{name:Type}</c>.
    /// Throws <see cref="StoreQueryException"/> when the store refuses or the time or memory limit is met.
    /// </summary>
    IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, CancellationToken cancellationToken);
}
