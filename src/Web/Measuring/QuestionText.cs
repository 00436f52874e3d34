using System.Globalization;
using Listening.Collecting;
using Listening.Measuring;

namespace Listening.Web.Measuring;

/// <summary>Values of a question as text: what cannot be read is a <see cref="MetricQuestionException"/> that names the parameter and shows an example.</summary>
public static class QuestionText
{
    private const double LongestSeconds = 1e9;

    // What the store can hold as an instant.
    private const int FirstYear = 1900, LastYear = 2299;

    /// <summary>Nothing where there is only white space.</summary>
    public static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>An ISO 8601 instant of the years 1900 to 2299; without an offset it is UTC.</summary>
    public static DateTimeOffset? Instant(string parameter, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            && instant.Year is >= FirstYear and <= LastYear
            ? instant
            : throw new MetricQuestionException(parameter, $"'{PostFormatException.Shown(value)}' is no instant. Example: {parameter}=2026-01-05T09:00:00Z");
    }

    /// <summary>Seconds, or a number with <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
    public static TimeSpan? Duration(string parameter, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        var unit = value[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 };
        var digits = unit == 0 ? value : value[..^1];
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * Math.Max(unit, 1) is > 0 and <= LongestSeconds and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new MetricQuestionException(parameter, $"'{PostFormatException.Shown(value)}' is no duration. Example: {parameter}=1h");
    }

    /// <summary>An interval's name; none when absent.</summary>
    public static Interval Interval(string? value) => value?.ToLowerInvariant() switch
    {
        null or "" or "none" => Listening.Measuring.Interval.None,
        "minute" => Listening.Measuring.Interval.Minute,
        "hour" => Listening.Measuring.Interval.Hour,
        "day" => Listening.Measuring.Interval.Day,
        "week" => Listening.Measuring.Interval.Week,
        "month" => Listening.Measuring.Interval.Month,
        _ => throw new MetricQuestionException("interval", $"'{PostFormatException.Shown(value)}' is no interval. It is one of none, minute, hour, day, week, month."),
    };

    /// <summary>Whether the period before is asked for.</summary>
    public static bool ComparePrevious(string? value) => value switch
    {
        null or "" or "none" => false,
        "previous" => true,
        _ => throw new MetricQuestionException("compare", $"'{PostFormatException.Shown(value)}' is no comparison. Example: compare=previous"),
    };

    /// <summary>A time zone of this machine by its IANA id; <paramref name="otherwise"/> when absent.</summary>
    public static TimeZoneInfo Zone(string? value, TimeZoneInfo otherwise)
    {
        if (string.IsNullOrWhiteSpace(value)) return otherwise;
        return TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone)
            ? zone
            : throw new MetricQuestionException("tz", $"'{PostFormatException.Shown(value)}' is no time zone this machine knows. Example: tz=Europe/Berlin");
    }
}
