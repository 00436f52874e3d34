using System.Globalization;
using System.Text.RegularExpressions;
using Listening.Collecting;

namespace Listening.Sources.Feeds;

/// <summary>Instants as feeds write them: RFC 822 with years of two digits and named zones, RFC 3339, W3C's shorter forms. Without a zone they are UTC.</summary>
internal static partial class FeedDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
        ["CET"] = 1, ["CEST"] = 2, ["BST"] = 1, ["MSK"] = 3, ["JST"] = 9,
    };

    /// <summary>The instant; null when it cannot be meant, or is out of what a post can have.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var (trimmed, instant) = (text.Trim(), default(DateTimeOffset?));
        if (Rfc822().Match(trimmed) is { Success: true } mail) instant = Mail(mail);
        else if (Iso().Match(trimmed) is { Success: true } iso) instant = Standard(iso);
        return instant >= PostLimits.Earliest && instant < PostLimits.Latest ? instant : null;
    }

    private static DateTimeOffset? Mail(Match match)
    {
        var month = Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        var year = Number(match, "year");
        if (match.Groups["year"].Length <= 2) year += year < 70 ? 2000 : 1900;
        var zone = match.Groups["zone"].Value;
        return Instant(year, month, Number(match, "day"), match, Zones.TryGetValue(zone, out var hours) ? TimeSpan.FromHours(hours) : Offset(zone));
    }

    private static DateTimeOffset? Standard(Match match) => Instant(
        Number(match, "year"), match.Groups["month"].Success ? Number(match, "month") : 1, match.Groups["day"].Success ? Number(match, "day") : 1, match, Offset(match.Groups["zone"].Value));

    private static DateTimeOffset? Instant(int year, int month, int day, Match match, TimeSpan? offset)
    {
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Math.Min(Number(match, "second"), 59));
        if (offset is null || year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 24 || minute > 59) return null;
        var fraction = match.Groups["fraction"].Value.TrimStart('.');
        var milliseconds = fraction.Length == 0 ? 0 : (int)(double.Parse("0." + fraction, CultureInfo.InvariantCulture) * 1000);
        return new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) + new TimeSpan(0, hour, minute, second, milliseconds) - offset;
    }

    private static TimeSpan? Offset(string zone)
    {
        if (zone is "" or "Z" or "z") return TimeSpan.Zero;
        var digits = zone.Replace(":", "", StringComparison.Ordinal);
        if (digits is not [('+' or '-'), _, _, _, _] || !int.TryParse(digits[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var offset = new TimeSpan(number / 100, number % 100, 0);
        return digits[0] == '-' ? -offset : offset;
    }

    private static int Number(Match match, string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("""
        ^(?:[A-Za-z]+\.?,?\s*)?(?<day>[0-9]{1,2})[\s-](?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?[\s-](?<year>[0-9]{4}|[0-9]{2})(?:,?\s+(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?<fraction>\.[0-9]{1,9})?)?\s*(?<zone>[A-Za-z]{1,5}|[+-][0-9]{2}:?[0-9]{2})?)?
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Rfc822();

    [GeneratedRegex("""
        ^(?<year>[0-9]{4})(?:-?(?<month>[0-9]{2})(?:-?(?<day>[0-9]{2})(?:[Tt\s]+(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?<fraction>\.[0-9]{1,9})?[0-9]*)?\s*(?<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2})?)?)?)?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Iso();
}
