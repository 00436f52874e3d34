namespace Listening.Sources.Simulated;

/// <summary>When people write and how long a brand lets them wait: the rhythm of days and weeks, and what once went wrong.</summary>
/// <param name="Now">The end of the history.</param>
internal sealed record SimulatedTraffic(DateTimeOffset Now)
{
    /// <summary>Thirteen weeks.</summary>
    public static readonly TimeSpan History = TimeSpan.FromDays(91);

    /// <summary>In the last minutes before now more and more people write, up to the rate of the live stream.</summary>
    private static readonly TimeSpan Rush = TimeSpan.FromMinutes(20);

    // Share of a day's conversations that begin in each hour, UTC.
    private static readonly double[] ByHour = [1.2, .8, .5, .4, .5, .9, 1.8, 3.2, 4.8, 5.6, 5.9, 5.8, 5.6, 5.5, 5.4, 5.5, 5.8, 6.2, 6.6, 6.8, 6.3, 5.2, 3.7, 2.2];
    private static readonly double[] ByWeekday = [.8, 1.15, 1.1, 1.05, 1.05, 1.1, .75];

    /// <summary>Conversations a day, all brands.</summary>
    private const double ADay = 300;

    /// <summary>
    /// Conversations an hour while somebody watches: one every forty seconds, and with the answers to it and to earlier ones a post every quarter of a
    /// minute. More than the usual, so that there is something to see, and not so much that every chart ends in a wall.
    /// </summary>
    private const double LiveAnHour = 90;

    private readonly DateTimeOffset _outage = Midnight(Now.AddDays(-33)).AddHours(9);
    private readonly DateTimeOffset _badWeek = Midnight(Now.AddDays(-20));

    /// <summary>Conversations an hour that begin at this instant.</summary>
    public double RateAt(DateTimeOffset at)
    {
        if (at >= Now) return LiveAnHour;
        var usual = ADay * ByHour[at.Hour] / ByHour.Sum() * ByWeekday[(int)at.DayOfWeek];
        if (InOutage(at)) usual *= 7;
        if (InBadWeek(at)) usual *= 1.25;
        var before = Now - at;
        return before > Rush ? usual : usual + (LiveAnHour - usual) * (1 - before / Rush);
    }

    /// <summary>The day on which everything was down for eight hours.</summary>
    public bool InOutage(DateTimeOffset at) => at >= _outage && at < _outage.AddHours(8);

    /// <summary>Seven days on which the team was too small.</summary>
    public bool InBadWeek(DateTimeOffset at) => at >= _badWeek && at < _badWeek.AddDays(7);

    /// <summary>When the brand answers somebody who wrote at <paramref name="asked"/>; null when it never does.</summary>
    public DateTimeOffset? AnswerAt(string brand, DateTimeOffset asked, Random random)
    {
        var (median, spread, never) = brand switch
        {
            SimulatedBrands.Own => (22.0, 1.1, .025),
            SimulatedBrands.Steady => (38.0, 1.0, .04),
            _ => (13.0, .9, .14),
        };
        if (brand == SimulatedBrands.Own)
        {
            if (InOutage(asked)) (median, never) = (95, .09);
            else if (InBadWeek(asked)) (median, never) = (58, .05);
            else if (asked.Hour is >= 22 or < 7) median *= 2.5;
        }

        if (random.NextDouble() < never) return null;
        // Waiting times of people are skewed: the logarithm is normal.
        var minutes = Math.Clamp(median * Math.Exp(spread * Normal(random)), .4, 60 * 24 * 5);
        // Some lie for days before anybody finds them.
        if (random.NextDouble() < .07) minutes += 60 * 24 * 3 * random.NextDouble();
        var answer = asked.AddMinutes(minutes);
        return brand == SimulatedBrands.Own ? AfterTheGap(answer, random) : answer;
    }

    /// <summary>Nobody of ours answers from Friday 18:00 to Saturday 08:00, except in these last days.</summary>
    private DateTimeOffset AfterTheGap(DateTimeOffset answer, Random random)
    {
        var gap = Midnight(answer).AddDays(answer.DayOfWeek == DayOfWeek.Saturday ? -1 : 0).AddHours(18);
        var inGap = gap.DayOfWeek == DayOfWeek.Friday && answer >= gap && answer < gap.AddHours(14);
        return inGap && answer < Now.AddDays(-2) ? gap.AddHours(14).AddMinutes(random.NextDouble() * 150) : answer;
    }

    private static DateTimeOffset Midnight(DateTimeOffset at) => new(at.UtcDateTime.Date, TimeSpan.Zero);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
