namespace Listening.Web.Mailing;

/// <summary>A page of sent reports.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="NextCursor">Where the next page starts; null on the last.</param>
public sealed record SentReportsPage(IReadOnlyList<SentReportView> Items, string? NextCursor);
