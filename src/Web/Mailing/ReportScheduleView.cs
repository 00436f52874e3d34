using Listening.Reporting;
using Listening.Reporting.Sending;

namespace Listening.Web.Mailing;

/// <summary>A schedule as the API tells it.</summary>
/// <param name="Id">Its own.</param>
/// <param name="Brand">Our brand; null for all of ours.</param>
/// <param name="Cadence">How often.</param>
/// <param name="Hour">At which hour in the reporting zone.</param>
/// <param name="Recipients">Mail addresses.</param>
/// <param name="Formats">What is attached.</param>
/// <param name="Webhook">Whether the webhook gets it too.</param>
/// <param name="Comparison">What its periods are held against.</param>
/// <param name="Enabled">Whether it is sent.</param>
/// <param name="By">Who last changed it.</param>
/// <param name="Next">When the next is due; null while it is not sent.</param>
public sealed record ReportScheduleView(
    Guid Id, string? Brand, ReportCadence Cadence, int Hour, IReadOnlyList<string> Recipients, IReadOnlyList<ReportFormat> Formats, bool Webhook, ReportComparison Comparison,
    bool Enabled, string By, DateTimeOffset? Next)
{
    /// <summary>As it stands at <paramref name="now"/>.</summary>
    public static ReportScheduleView Of(ReportSchedule schedule, TimeZoneInfo zone, DayOfWeek weekStart, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        DateTimeOffset? next = schedule.Enabled ? ReportTurn.Next(schedule.Cadence, schedule.Hour, zone, weekStart, now).Due : null;
        return new(schedule.Id, schedule.Brand, schedule.Cadence, schedule.Hour, schedule.Recipients, schedule.Formats, schedule.Webhook, schedule.Comparison, schedule.Enabled, schedule.By, next);
    }
}
