using System.Globalization;
using Listening.Collecting;

namespace Listening.Sources.Files;

/// <summary>Reads the instants that tables hold.</summary>
internal static class CsvInstant
{
    private static readonly string[] WithoutZone =
        ["yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <summary>RFC 3339, ISO 8601 without a zone, whole seconds or milliseconds since 1970, or one of the given formats. Milliseconds stay.</summary>
    public static DateTimeOffset Read(string written, string field, CsvPostOptions options)
    {
        if (WireInstant.TryRead(written, out var instant) || TryReadCount(written, out instant)) return instant;
        if (TryReadLocal(written, WithoutZone, options.TimeZone, out instant)) return instant;
        foreach (var format in options.InstantFormats)
        {
            // A format with an offset gives an instant, one without gives a time in the table's zone.
            if (format.Contains('z', StringComparison.Ordinal) || format.Contains('K', StringComparison.Ordinal))
            {
                if (DateTimeOffset.TryParseExact(written, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)) return instant.WholeMilliseconds();
            }
            else if (TryReadLocal(written, [format], options.TimeZone, out instant))
            {
                return instant;
            }
        }

        throw new PostFormatException($"`{field}` is not an instant: {PostFormatException.Shown(written)}");
    }

    private static bool TryReadCount(string written, out DateTimeOffset instant)
    {
        instant = default;
        if (written.Length is < 9 or > 13 || !long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return false;
        instant = written.Length <= 10 ? DateTimeOffset.FromUnixTimeSeconds(count) : DateTimeOffset.FromUnixTimeMilliseconds(count);
        return true;
    }

    private static bool TryReadLocal(string written, string[] formats, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        instant = default;
        if (!DateTime.TryParseExact(written, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || zone.IsInvalidTime(local)) return false;
        var offset = zone.GetUtcOffset(local);
        if (local.Ticks < offset.Ticks) return false;
        instant = new DateTimeOffset(local.Ticks - offset.Ticks, TimeSpan.Zero).WholeMilliseconds();
        return true;
    }
}
