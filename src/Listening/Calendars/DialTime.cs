namespace Listening.Calendars;

/// <summary>The instant that a time on the dial stands for.</summary>
/// <remarks>
/// A local time that a clock skips is the first instant after the gap; one that comes twice is the first of the two, so that stretches which touch on the
/// dial touch in time too.
/// </remarks>
public static class DialTime
{
    /// <summary>The instant <paramref name="minute"/> minutes on the dial after midnight of <paramref name="day"/>, in UTC.</summary>
    public static DateTimeOffset Instant(DateOnly day, int minute, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        // The gap's end, to the minute: zones switch by whole minutes.
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
