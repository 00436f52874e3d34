using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store.Reading;

/// <summary>Reads the published views.</summary>
public sealed class FactReader : IFactReader
{
    private readonly IClickHouse published;
    private readonly CurrentRevision revision;

    internal FactReader(IClickHouse published, CurrentRevision revision)
    {
        this.published = published;
        this.revision = revision;
    }

    /// <inheritdoc/>
    public long Revision => revision.Value;

    /// <inheritdoc/>
    public IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, CancellationToken cancellationToken) => published.ReadAsync(query, cancellationToken);
}
