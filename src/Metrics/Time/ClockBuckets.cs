namespace Listening.Metrics.Time;

/// <summary>Buckets of a minute or an hour as the local clock shows them.</summary>
internal static class ClockBuckets
{
    /// <summary>Start of the bucket that holds <paramref name="at"/>.</summary>
    public static DateTimeOffset Start(DateTimeOffset at, TimeSpan unit, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(at);
        var start = Instant(Floor(at, offset, unit), offset);
        var before = zone.GetUtcOffset(start);
        if (before == offset) return start;
        var shift = Transition.Between(start, at, zone);
        return Begins(shift, before, offset, unit) ? shift : Instant(Floor(shift, offset, unit), before);
    }

    /// <summary>Start of the bucket after the one that starts at <paramref name="start"/>.</summary>
    public static DateTimeOffset Next(DateTimeOffset start, TimeSpan unit, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(start);
        var next = Instant(Floor(start, offset, unit) + unit, offset);
        var after = zone.GetUtcOffset(next);
        if (after == offset) return next;
        var shift = Transition.Between(start, next, zone);
        return Begins(shift, offset, after, unit) ? shift : Instant(Floor(shift, after, unit) + unit, after);
    }

    // Whether a bucket begins where the clock is put from one offset to another.
    private static bool Begins(DateTimeOffset shift, TimeSpan before, TimeSpan after, TimeSpan unit)
    {
        var shows = Floor(shift, after, unit);
        return shows == (shift + after).DateTime || shows != Floor(shift.AddMilliseconds(-1), before, unit);
    }

    private static DateTime Floor(DateTimeOffset at, TimeSpan offset, TimeSpan unit)
    {
        var local = (at.ToUniversalTime() + offset).DateTime;
        return local.AddTicks(-(local.Ticks % unit.Ticks));
    }

    private static DateTimeOffset Instant(DateTime local, TimeSpan offset) => new DateTimeOffset(local, TimeSpan.Zero) - offset;
}
