namespace Listening.Metrics.Time;

/// <summary>Where a local day begins.</summary>
internal static class LocalDay
{
    /// <summary>The first instant of the day: midnight, the earlier one of two, or the leap where there is none.</summary>
    public static DateTimeOffset Start(DateTime day, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(day))
        {
            var after = new DateTimeOffset(day, TimeSpan.Zero).AddDays(1);
            return Transition.Between(after.AddDays(-2), after, zone);
        }
        var offset = zone.IsAmbiguousTime(day) ? zone.GetAmbiguousTimeOffsets(day).Max() : zone.GetUtcOffset(day);
        return new DateTimeOffset(day, offset).ToUniversalTime();
    }
}
