using Listening.Calendars;

namespace Listening.Reporting.Sending;

/// <summary>One turn of a schedule: a period of whole days in the reporting zone, and when its report is due.</summary>
/// <param name="Due">When it is due: at the hour of the day on which the period ends.</param>
/// <param name="From">Start of the period, inclusive.</param>
/// <param name="To">End of the period, exclusive.</param>
public sealed record ReportTurn(DateTimeOffset Due, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>
    /// The newest turn that is due at <paramref name="now"/>: of all that were missed, the one to make up for. An hour that a clock skips is the first instant
    /// after the gap, one that comes twice the first of the two.
    /// </summary>
    public static ReportTurn Newest(ReportCadence cadence, int hour, TimeZoneInfo zone, DayOfWeek weekStart, DateTimeOffset now)
    {
        var end = Begin(cadence, Today(zone, now), weekStart);
        var turn = Of(cadence, hour, zone, weekStart, end);
        return turn.Due <= now ? turn : Of(cadence, hour, zone, weekStart, Begin(cadence, end.AddDays(-1), weekStart));
    }

    /// <summary>The first turn that is due after <paramref name="now"/>.</summary>
    public static ReportTurn Next(ReportCadence cadence, int hour, TimeZoneInfo zone, DayOfWeek weekStart, DateTimeOffset now)
    {
        var end = Begin(cadence, Today(zone, now), weekStart);
        var turn = Of(cadence, hour, zone, weekStart, end);
        return turn.Due > now ? turn : Of(cadence, hour, zone, weekStart, After(cadence, end));
    }

    private static ReportTurn Of(ReportCadence cadence, int hour, TimeZoneInfo zone, DayOfWeek weekStart, DateOnly end)
    {
        var begin = Begin(cadence, end.AddDays(-1), weekStart);
        return new(DialTime.Instant(end, hour * 60, zone), DialTime.Instant(begin, 0, zone), DialTime.Instant(end, 0, zone));
    }

    // The first day of the period that a day is in.
    private static DateOnly Begin(ReportCadence cadence, DateOnly day, DayOfWeek weekStart) => cadence switch
    {
        ReportCadence.Daily => day,
        ReportCadence.Weekly => day.AddDays(-((7 + (int)day.DayOfWeek - (int)weekStart) % 7)),
        _ => new(day.Year, day.Month, 1),
    };

    private static DateOnly After(ReportCadence cadence, DateOnly begin) => cadence switch
    {
        ReportCadence.Daily => begin.AddDays(1),
        ReportCadence.Weekly => begin.AddDays(7),
        _ => begin.AddMonths(1),
    };

    private static DateOnly Today(TimeZoneInfo zone, DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
}
