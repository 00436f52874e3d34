namespace Listening.Reporting;

/// <summary>A row of a table.</summary>
/// <param name="Cells">One a column.</param>
/// <param name="Link">Where its posts are; null where it has none.</param>
public sealed record ReportRow(IReadOnlyList<ReportCell> Cells, string? Link);
