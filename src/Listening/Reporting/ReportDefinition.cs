namespace Listening.Reporting;

/// <summary>What a metric was when the report was written.</summary>
/// <param name="Id">The metric's id.</param>
/// <param name="Title">A few words.</param>
/// <param name="Text">The definition.</param>
/// <param name="Cohort">Which rows it is computed over.</param>
public sealed record ReportDefinition(string Id, string Title, string Text, string Cohort);
