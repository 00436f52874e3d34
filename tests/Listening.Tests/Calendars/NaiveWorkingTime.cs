using Listening.Calendars;

namespace Listening.Tests.Calendars;

/// <summary>Working time by asking of every minute whether its wall clock is within the hours.</summary>
internal static class NaiveWorkingTime
{
    public static TimeSpan Between(WorkingCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone);
        var worked = TimeSpan.Zero;
        for (var at = from; at < to;)
        {
            var next = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1);
            if (next > to) next = to;
            if (Works(calendar, TimeZoneInfo.ConvertTime(at, zone).DateTime)) worked += next - at;
            at = next;
        }

        return worked;
    }

    private static bool Works(WorkingCalendar calendar, DateTime local) =>
        calendar.Holidays.All(holiday => holiday.Day != DateOnly.FromDateTime(local))
        && calendar.Hours.Any(hours => hours.Day == local.DayOfWeek
            && string.CompareOrdinal(hours.From, $"{local:HH:mm}") <= 0 && string.CompareOrdinal($"{local:HH:mm}", hours.To) < 0);
}
