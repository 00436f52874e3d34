using Listening.Measuring;

namespace Listening.Metrics.Time;

/// <summary>
/// The starts of the buckets of a period in a time zone. An hour starts where the local clock shows a whole hour or leaps past one: Lord Howe's
/// half-hour shift makes hours of 30 and of 90 minutes, a repeated hour is two.
/// </summary>
internal static class Buckets
{
    /// <summary>
    /// Ascending; the first holds <paramref name="from"/>, the last starts before <paramref name="to"/>. Throws
    /// <see cref="MetricQuestionException"/> when there would be more than <paramref name="maximum"/>.
    /// </summary>
    public static IReadOnlyList<DateTimeOffset> Of(
        DateTimeOffset from, DateTimeOffset to, Interval interval, TimeZoneInfo zone, DayOfWeek weekStart, int maximum)
    {
        if (interval == Interval.None) return [];
        var starts = new List<DateTimeOffset>();
        for (var start = Start(from, interval, zone, weekStart); start < to; start = Next(start, interval, zone))
        {
            if (starts.Count == maximum)
                throw new MetricQuestionException("interval", $"The period has more than {maximum} buckets by {interval}; ask a shorter period or a longer interval.");
            starts.Add(start);
        }
        return starts;
    }

    private static DateTimeOffset Start(DateTimeOffset at, Interval interval, TimeZoneInfo zone, DayOfWeek weekStart)
    {
        if (interval is Interval.Minute or Interval.Hour) return ClockBuckets.Start(at, Unit(interval), zone);
        var day = TimeZoneInfo.ConvertTime(at, zone).Date;
        return LocalDay.Start(interval switch
        {
            Interval.Week => day.AddDays(-(((int)day.DayOfWeek - (int)weekStart + 7) % 7)),
            Interval.Month => new DateTime(day.Year, day.Month, 1),
            _ => day,
        }, zone);
    }

    private static DateTimeOffset Next(DateTimeOffset start, Interval interval, TimeZoneInfo zone)
    {
        if (interval is Interval.Minute or Interval.Hour) return ClockBuckets.Next(start, Unit(interval), zone);
        var day = TimeZoneInfo.ConvertTime(start, zone).Date;
        return LocalDay.Start(interval switch
        {
            Interval.Week => day.AddDays(7),
            Interval.Month => new DateTime(day.Year, day.Month, 1).AddMonths(1),
            _ => day.AddDays(1),
        }, zone);
    }

    private static TimeSpan Unit(Interval interval) => interval == Interval.Minute ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(1);
}
