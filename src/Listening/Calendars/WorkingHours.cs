using System.Globalization;

namespace Listening.Calendars;

/// <summary>A stretch of one day of the week in which somebody works.</summary>
/// <param name="Day">The day, in the calendar's zone.</param>
/// <param name="From">Its begin as <c>HH:mm</c>.</param>
/// <param name="To">Its end as <c>HH:mm</c>, later than the begin; <c>24:00</c> is the end of the day.</param>
public sealed record WorkingHours(DayOfWeek Day, string From, string To)
{
    /// <summary>Minutes of a day without a switch of clocks.</summary>
    public const int MinutesOfDay = 24 * 60;

    /// <summary>Minutes from midnight to the begin; null when it cannot be read.</summary>
    public int? FromMinute() => Minute(From);

    /// <summary>Minutes from midnight to the end; null when it cannot be read.</summary>
    public int? ToMinute() => Minute(To);

    private static int? Minute(string? text)
    {
        if (text is not { Length: 5 } || text[2] != ':') return null;
        if (!int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)) return null;
        if (!int.TryParse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute) || minute > 59) return null;
        var all = (hour * 60) + minute;
        return all <= MinutesOfDay ? all : null;
    }
}
