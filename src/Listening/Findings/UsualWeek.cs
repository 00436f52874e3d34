namespace Listening.Findings;

/// <summary>What each bucket of a series would have if nothing changed, up to one factor: the share or the count of its weekday in the weeks before the period.</summary>
internal sealed class UsualWeek
{
    // A weekday's share is drawn to that of all days as if this many rows more had been seen with it: few rows tell little of a weekday.
    private const double Prior = 20;

    private UsualWeek(double[] expected, double weeks) => (Expected, Weeks) = (expected, weeks);

    /// <summary>Expected hits by bucket.</summary>
    public double[] Expected { get; }

    /// <summary>How many times each weekday was seen.</summary>
    public double Weeks { get; }

    /// <summary>Learns it from the buckets before the period.</summary>
    public static UsualWeek Of(FindingSeries series)
    {
        var before = series.Days.Take(series.Days.Count - series.Period).ToList();
        var (hits, n) = (before.Sum(day => (double)day.Hits), before.Sum(day => (double)day.N));
        double Level(DayOfWeek? weekday)
        {
            var same = before.Where(day => weekday is null || day.Day.DayOfWeek == weekday).ToList();
            return series.Kind == SeriesKind.Count
                ? (same.Sum(day => (double)day.Hits) + 0.5) / Math.Max(same.Count, 1)
                : (same.Sum(day => (double)day.Hits) + (Prior * hits / Math.Max(n, 1))) / (same.Sum(day => (double)day.N) + Prior);
        }

        var byWeekday = series.BucketDays == 1;
        var levels = Enum.GetValues<DayOfWeek>().ToDictionary(weekday => weekday, weekday => Level(byWeekday ? weekday : null));
        return new(
            [.. series.Days.Select(day => levels[day.Day.DayOfWeek] * (series.Kind == SeriesKind.Count ? 1 : day.N))],
            byWeekday ? before.Count / 7.0 : before.Count);
    }
}
