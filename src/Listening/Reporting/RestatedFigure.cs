namespace Listening.Reporting;

/// <summary>A figure that is told otherwise now: "reported 31 min, now 44 min".</summary>
/// <param name="Card">The card's id.</param>
/// <param name="Sent">As it was reported.</param>
/// <param name="Now">As it is now.</param>
public sealed record RestatedFigure(string Card, ReportFigure Sent, ReportFigure Now);
