namespace Listening.Storing;

/// <summary>Writes the answer to a SELECT over the published views as a file of the store's own making.</summary>
public interface IFactFiles
{
    /// <summary>
    /// Writes it in Apache Parquet, in bounded memory; nothing is written before the whole file is made. Throws <see cref="StoreQueryException"/> as
    /// <see cref="IFactReader"/> does.
    /// </summary>
    Task WriteParquetAsync(FactQuery query, Stream to, CancellationToken cancellationToken);
}
