using Listening.Storing;

namespace Listening.Store.Engine;

/// <summary>A ClickHouse that writes the answer to a SELECT as a Parquet file.</summary>
internal interface IParquetWriter
{
    /// <summary>Writes the file, in bounded memory; the first byte is written when the whole file is made.</summary>
    Task WriteParquetAsync(FactQuery query, Stream to, CancellationToken cancellationToken);
}
