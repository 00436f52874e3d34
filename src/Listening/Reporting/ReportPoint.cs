namespace Listening.Reporting;

/// <summary>A figure of one bucket.</summary>
/// <param name="At">The bucket's start.</param>
/// <param name="Value">The number; null without data.</param>
/// <param name="N">How many rows it rests on.</param>
public sealed record ReportPoint(DateTimeOffset At, double? Value, long N);
