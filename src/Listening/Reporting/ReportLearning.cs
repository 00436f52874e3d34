namespace Listening.Reporting;

/// <summary>How far the first four weeks are that a report is to be held against.</summary>
/// <param name="Day">The day of them that now is; 1 is the first.</param>
/// <param name="Of">How many days they have.</param>
public sealed record ReportLearning(int Day, int Of);
