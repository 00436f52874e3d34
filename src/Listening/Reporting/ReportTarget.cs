namespace Listening.Reporting;

/// <summary>What a figure should be.</summary>
/// <param name="Value">In the figure's unit.</param>
/// <param name="Met">Whether it is; null without data.</param>
/// <param name="Default">Whether nobody set it.</param>
public sealed record ReportTarget(double Value, bool? Met, bool Default);
