namespace Listening.Reporting;

/// <summary>The recorded first four weeks that a report's cards are held against.</summary>
/// <param name="RecordedAt">When they were recorded.</param>
/// <param name="Since">What is another today than when they were recorded, in words: "model sentiment 7 → 8".</param>
public sealed record ReportBaseline(DateTimeOffset RecordedAt, IReadOnlyList<string> Since);
