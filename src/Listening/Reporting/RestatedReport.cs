namespace Listening.Reporting;

/// <summary>A report that was sent, beside what the same question is answered now, as of the same instant.</summary>
/// <param name="Id">The sent report's id.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Sent">What it said.</param>
/// <param name="Now">What it would say.</param>
/// <param name="Changes">What changed since, in words: "212 late posts", "model sentiment 7 → 8".</param>
/// <param name="Figures">The figures that are told otherwise now.</param>
public sealed record RestatedReport(
    Guid Id, DateTimeOffset SentAt, EngagementReport Sent, EngagementReport Now, IReadOnlyList<string> Changes, IReadOnlyList<RestatedFigure> Figures);
