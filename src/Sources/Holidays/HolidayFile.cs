using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using Listening.Calendars;

namespace Listening.Sources.Holidays;

/// <summary>Reads holidays from an iCalendar file (RFC 5545): its events that last whole days, those that come again every year included.</summary>
public static class HolidayFile
{
    private const int Most = 2_000;
    private const int LongestName = 200;
    private const int LongestDays = 60;
    private const int Unmatched = 1_000;

    /// <summary>
    /// Days from <paramref name="first"/> up to <paramref name="last"/>, both included. Throws <see cref="FormatException"/> with words for who gave the file.
    /// </summary>
    public static FoundHolidays Read(string text, DateOnly first, DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return Find(text, first, last);
        }
        catch (Exception unreadable) when (unreadable is not FormatException and not OutOfMemoryException)
        {
            // The library has no one exception for a file that is none; rules that lead nowhere are found only when they are followed.
            throw new FormatException("This iCalendar file cannot be read.", unreadable);
        }
    }

    private static FoundHolidays Find(string text, DateOnly first, DateOnly last)
    {
        var days = new SortedDictionary<DateOnly, string>();
        var skipped = 0;
        var events = CalendarCollection.Load(text).SelectMany(calendar => calendar.Events).ToList();
        if (events.Count == 0) throw new FormatException("This is no iCalendar file with events; it begins with BEGIN:VCALENDAR.");
        foreach (var entry in events)
        {
            if (entry.Start is not { HasTime: false })
            {
                skipped++;
                continue;
            }

            foreach (var (start, end) in Occurrences(entry, first, last))
                for (var day = start < first ? first : start; day < end && day <= last; day = day.AddDays(1))
                    days.TryAdd(day, Name(entry.Summary));
            if (days.Count > Most) throw new FormatException($"The file has more than {Most} free days between {first:yyyy-MM-dd} and {last:yyyy-MM-dd}.");
        }

        return new([.. days.Select(day => new Holiday(day.Key, day.Value))], skipped);
    }

    // What comes again more often than days do is no holiday: the rule is not followed further.
    private static IEnumerable<(DateOnly Start, DateOnly End)> Occurrences(CalendarEvent entry, DateOnly first, DateOnly last)
    {
        var followed = 0;
        foreach (var occurrence in entry.GetOccurrences(new CalDateTime(first.AddDays(-LongestDays)), new EvaluationOptions { MaxUnmatchedIncrementsLimit = Unmatched }))
        {
            var start = occurrence.Period.StartTime.Date;
            if (start > last || followed++ > Most) yield break;
            var end = occurrence.Period.EffectiveEndTime?.Date ?? start.AddDays(1);
            yield return (start, end <= start ? start.AddDays(1) : end > start.AddDays(LongestDays) ? start.AddDays(LongestDays) : end);
        }
    }

    private static string Name(string? summary)
    {
        var name = string.Concat((summary ?? "").Where(letter => !char.IsControl(letter))).Trim();
        return name.Length > LongestName ? name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)] : name;
    }
}
