namespace Listening.Reporting;

/// <summary>What stands in a table: a text, a number in the column's unit, or nothing, which is no data.</summary>
/// <param name="Text">In a column of text; outside text, which is not to be trusted.</param>
/// <param name="Value">In a column of numbers.</param>
public sealed record ReportCell(string? Text = null, double? Value = null);
