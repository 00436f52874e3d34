namespace Listening.Calendars;

/// <summary>
/// The working time of a calendar: a function of the instant that never falls and never grows faster than the wall clock. What lies between two instants is the
/// difference of their <see cref="Total"/>, so it adds up over every split. Before <see cref="First"/> and from <see cref="End"/> on nobody works.
/// </summary>
/// <remarks>
/// Times on the dial are those of <see cref="DialTime"/>: a day from 00:00 to 24:00 has 23 or 25 hours when clocks are switched.
/// </remarks>
public sealed class WorkingTime
{
    /// <summary>The first day that is looked at.</summary>
    public static readonly DateOnly First = new(1995, 1, 1);

    /// <summary>The first day that is not.</summary>
    public static readonly DateOnly End = new(2060, 1, 1);

    private readonly long[] starts;
    private readonly long[] ends;
    private readonly long[] before;

    /// <summary>Puts a calendar, which was checked, in the order of time. Throws <see cref="TimeZoneNotFoundException"/> on a machine that lacks its zone.</summary>
    public WorkingTime(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone);
        var free = calendar.Holidays.Select(holiday => holiday.Day).ToHashSet();
        var week = calendar.Hours.ToLookup(hours => hours.Day, hours => (From: hours.FromMinute()!.Value, To: hours.ToMinute()!.Value));
        var stretches = new List<(long Start, long End)>();
        for (var day = First; day < End; day = day.AddDays(1))
        {
            if (free.Contains(day)) continue;
            foreach (var (from, to) in week[day.DayOfWeek].Order()) Add(stretches, Instant(day, from, zone), Instant(day, to, zone));
        }

        starts = [.. stretches.Select(stretch => stretch.Start)];
        ends = [.. stretches.Select(stretch => stretch.End)];
        before = new long[stretches.Count];
        for (var i = 1; i < before.Length; i++) before[i] = before[i - 1] + ends[i - 1] - starts[i - 1];
    }

    /// <summary>Milliseconds worked from <see cref="First"/> to <paramref name="at"/>.</summary>
    public long Total(DateTimeOffset at)
    {
        var instant = at.ToUnixTimeMilliseconds();
        var place = Array.BinarySearch(starts, instant);
        if (place < 0) place = ~place - 1;
        return place < 0 ? 0 : before[place] + Math.Min(instant, ends[place]) - starts[place];
    }

    /// <summary>Working time between two instants; negative when <paramref name="to"/> is the earlier.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to) => TimeSpan.FromMilliseconds(Total(to) - Total(from));

    /// <summary>The first instant by which <paramref name="work"/>, more than nothing, is worked from <paramref name="at"/> on; null when the calendar never has as much.</summary>
    public DateTimeOffset? After(DateTimeOffset at, TimeSpan work)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(work, TimeSpan.Zero);
        var wanted = Total(at) + (long)work.TotalMilliseconds;
        // The last stretch before whose begin less is worked than wanted.
        var (low, high) = (0, before.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (before[middle] < wanted) low = middle + 1;
            else high = middle;
        }

        if (low == 0) return null;
        var instant = starts[low - 1] + wanted - before[low - 1];
        return instant <= ends[low - 1] ? DateTimeOffset.FromUnixTimeMilliseconds(instant) : null;
    }

    private static void Add(List<(long Start, long End)> stretches, long start, long end)
    {
        if (start >= end) return;
        if (stretches.Count > 0 && stretches[^1].End >= start) stretches[^1] = (stretches[^1].Start, Math.Max(end, stretches[^1].End));
        else stretches.Add((start, end));
    }

    private static long Instant(DateOnly day, int minute, TimeZoneInfo zone) => DialTime.Instant(day, minute, zone).ToUnixTimeMilliseconds();
}
