namespace Listening.Web.Mailing;

/// <summary>All schedules, and which ways there are to send.</summary>
/// <param name="Items">The schedules.</param>
/// <param name="Mail">Whether a mail server is set.</param>
/// <param name="Webhook">Whether a webhook is set.</param>
/// <param name="Pdf">Whether there is a Chromium to print with.</param>
public sealed record ReportSchedulesView(IReadOnlyList<ReportScheduleView> Items, bool Mail, bool Webhook, bool Pdf);
