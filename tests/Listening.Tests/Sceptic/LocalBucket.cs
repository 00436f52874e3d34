using Listening.Measuring;

namespace Listening.Tests.Sceptic;

/// <summary>The start of the local hour, day, week (from Monday) or month that an instant lies in.</summary>
public static class LocalBucket
{
    public static DateTimeOffset Of(DateTimeOffset at, Interval interval, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var day = local.DateTime.Date;
        var start = interval switch
        {
            Interval.Hour => day.AddHours(local.Hour),
            Interval.Day => day,
            Interval.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            Interval.Month => day.AddDays(1 - day.Day),
            _ => throw new ArgumentOutOfRangeException(nameof(interval)),
        };
        // An hour keeps the offset it has itself: the hour that a clock shows twice is two hours.
        return new DateTimeOffset(start, interval == Interval.Hour ? local.Offset : zone.GetUtcOffset(start)).ToUniversalTime();
    }
}
