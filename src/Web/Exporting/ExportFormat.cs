using Listening.Measuring;

namespace Listening.Web.Exporting;

/// <summary>A kind of file.</summary>
/// <param name="Name">Its name in the address, and its ending.</param>
/// <param name="MediaType">What it is.</param>
public sealed record ExportFormat(string Name, string MediaType)
{
    /// <summary>Text with commas.</summary>
    public static ExportFormat Csv { get; } = new("csv", "text/csv; charset=utf-8");

    /// <summary>One JSON object a line.</summary>
    public static ExportFormat Ndjson { get; } = new("ndjson", "application/x-ndjson");

    /// <summary>Columns with types.</summary>
    public static ExportFormat Parquet { get; } = new("parquet", "application/vnd.apache.parquet");

    /// <summary>By name; CSV without one. Throws <see cref="MetricQuestionException"/>.</summary>
    public static ExportFormat Of(string? name) => name switch
    {
        null or "" or "csv" => Csv,
        "ndjson" => Ndjson,
        "parquet" => Parquet,
        _ => throw new MetricQuestionException("format", "A file is csv, ndjson or parquet. Example: format=csv"),
    };
}
