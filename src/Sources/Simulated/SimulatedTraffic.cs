namespace Listening.Sources.Simulated;

/// <summary>
/// When people write and how long a brand lets them wait: the rhythm of days and weeks, and what once went wrong. All of it stands in the calendar, so
/// that a run at any instant finds the same: every thirteen weeks one Tuesday with an outage, and one bad week thirteen days later.
/// </summary>
internal static class SimulatedTraffic
{
    /// <summary>Thirteen weeks.</summary>
    public static readonly TimeSpan History = TimeSpan.FromDays(91);

    /// <summary>Our share of the conversations on an ordinary day.</summary>
    public const double OwnShare = .57;

    /// <summary>Conversations a day, all brands.</summary>
    private const double ADay = 300;

    private static readonly DateTimeOffset FirstOutage = new(2024, 4, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan OutageLasts = TimeSpan.FromHours(8);

    // Share of a day's conversations that begin in each hour, UTC.
    private static readonly double[] ByHour = [1.2, .8, .5, .4, .5, .9, 1.8, 3.2, 4.8, 5.6, 5.9, 5.8, 5.6, 5.5, 5.4, 5.5, 5.8, 6.2, 6.6, 6.8, 6.3, 5.2, 3.7, 2.2];
    private static readonly double[] ByWeekday = [.8, 1.15, 1.1, 1.05, 1.05, 1.1, .75];
    private static readonly double HourSum = ByHour.Sum();

    /// <summary>Conversations an hour about the competitors that begin at this instant.</summary>
    public static double RivalsRateAt(DateTimeOffset at) => (1 - OwnShare) * UsualAt(at);

    /// <summary>Conversations an hour about us that begin at this instant.</summary>
    public static double OwnRateAt(DateTimeOffset at) => OwnShare * UsualAt(at) * (1 + 13 * OutageAt(at)) * (InBadWeek(at) ? 1.2 : 1);

    /// <summary>How hard the outage hits: 0 on other days, up to 1 in its first hours, then less as one place after the other comes back.</summary>
    public static double OutageAt(DateTimeOffset at)
    {
        var since = InCycle(at);
        if (since >= OutageLasts) return 0;
        return since.TotalMinutes < 30 ? since.TotalMinutes / 30 : Math.Pow(1 - (since.TotalHours - .5) / (OutageLasts.TotalHours - .5), .8);
    }

    /// <summary>Seven days on which the team was too small.</summary>
    public static bool InBadWeek(DateTimeOffset at) => InCycle(at) is { TotalDays: >= 12.625 and < 19.625 };

    /// <summary>When the brand answers somebody who wrote at <paramref name="asked"/>; null when it never does.</summary>
    public static DateTimeOffset? AnswerAt(string brand, DateTimeOffset asked, Random random)
    {
        var (median, spread, never) = brand switch
        {
            SimulatedBrands.Own => (22.0, 1.1, .0012),
            SimulatedBrands.Steady => (38.0, 1.0, .006),
            _ => (13.0, .9, .025),
        };
        if (brand == SimulatedBrands.Own)
        {
            if (OutageAt(asked) > 0) (median, never) = (60 + 90 * OutageAt(asked), .004);
            else if (InBadWeek(asked)) (median, never) = (58, .002);
            else if (asked.Hour is >= 22 or < 7) median *= 2.5;
        }

        if (random.NextDouble() < never) return null;
        // Waiting times of people are skewed: the logarithm is normal.
        var minutes = Math.Clamp(median * Math.Exp(spread * Normal(random)), .5, 60 * 24 * 4);
        // Some lie for days before anybody finds them.
        if (random.NextDouble() < .04) minutes += 60 * 24 * 2.5 * random.NextDouble();
        var answer = asked.AddMinutes(minutes);
        return brand == SimulatedBrands.Own ? AfterTheGap(answer, random) : answer;
    }

    /// <summary>A draw from the normal distribution (Box and Muller 1958).</summary>
    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    // No day is quite like another of its kind: up to an eighth more or less, by its date.
    private static double UsualAt(DateTimeOffset at)
    {
        var day = .875 + .25 * new Random(at.UtcDateTime.Date.DayOfYear * 31 + at.Year).NextDouble();
        return ADay * day * ByHour[at.Hour] / HourSum * ByWeekday[(int)at.DayOfWeek];
    }

    private static TimeSpan InCycle(DateTimeOffset at)
    {
        var ticks = (at - FirstOutage).Ticks % History.Ticks;
        return TimeSpan.FromTicks(ticks < 0 ? ticks + History.Ticks : ticks);
    }

    /// <summary>Nobody of ours answers from Friday 18:00 to Saturday 08:00.</summary>
    private static DateTimeOffset AfterTheGap(DateTimeOffset answer, Random random)
    {
        var midnight = new DateTimeOffset(answer.UtcDateTime.Date, TimeSpan.Zero);
        var gap = midnight.AddDays(answer.DayOfWeek == DayOfWeek.Saturday ? -1 : 0).AddHours(18);
        var inGap = gap.DayOfWeek == DayOfWeek.Friday && answer >= gap && answer < gap.AddHours(14);
        return inGap ? gap.AddHours(14).AddMinutes(random.NextDouble() * 150) : answer;
    }
}
