namespace Listening.Reporting;

/// <summary>A table of the details.</summary>
/// <param name="Id">Its name: small letters and hyphens.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Columns">What stands in each column.</param>
/// <param name="Rows">The rows; none is "no data".</param>
public sealed record ReportSection(string Id, string Title, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows)
{
    /// <summary>What the reader must know beside it; null for nothing.</summary>
    public string? Note { get; init; }
}
