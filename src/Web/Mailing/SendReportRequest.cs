namespace Listening.Web.Mailing;

/// <summary>Whom a schedule's report is sent to at once.</summary>
/// <param name="To">Mail addresses; left out, whoever asks.</param>
public sealed record SendReportRequest(IReadOnlyList<string>? To = null);
