namespace Listening.Metrics.Time;

/// <summary>When a zone's clock is put forward or back.</summary>
internal static class Transition
{
    /// <summary>The first instant, in milliseconds, with the offset of <paramref name="after"/>, which differs from that of <paramref name="before"/>.</summary>
    public static DateTimeOffset Between(DateTimeOffset before, DateTimeOffset after, TimeZoneInfo zone)
    {
        var old = zone.GetUtcOffset(before);
        var (low, high) = (before.ToUnixTimeMilliseconds(), after.ToUnixTimeMilliseconds());
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (zone.GetUtcOffset(DateTimeOffset.FromUnixTimeMilliseconds(middle)) == old) low = middle;
            else high = middle;
        }
        return DateTimeOffset.FromUnixTimeMilliseconds(high);
    }
}
