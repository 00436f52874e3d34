using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store.Reading;

/// <summary>Files over the published views.</summary>
public sealed class FactFiles : IFactFiles
{
    private readonly IClickHouse published;

    internal FactFiles(IClickHouse published) => this.published = published;

    /// <inheritdoc/>
    public Task WriteParquetAsync(FactQuery query, Stream to, CancellationToken cancellationToken) => published is IParquetWriter writer
        ? writer.WriteParquetAsync(query, to, cancellationToken)
        : throw new NotSupportedException($"{published.GetType().Name} writes no Parquet files.");
}
