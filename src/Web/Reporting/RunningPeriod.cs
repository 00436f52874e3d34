using Listening.Reporting;

namespace Listening.Web.Reporting;

/// <summary>
/// Whoever looks at "28 days" today asks for other instants tomorrow: a period that ran when it was opened is the same number of days later once it has ended, so that the first viewer of
/// a day finds a report too. The page's long period goes by weeks.
/// </summary>
internal static class RunningPeriod
{
    private const int LongestByDay = 62;

    /// <summary>The question as it would be asked now.</summary>
    public static ReportQuestion Of(ReportQuestion question, DateTimeOffset opened, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (from, to) = (Local(question.From), Local(question.To));
        if (question.AsOf is not null || question.To <= opened || question.To > now || from.TimeOfDay != TimeSpan.Zero || to.TimeOfDay != TimeSpan.Zero) return question;
        var step = (to - from).TotalDays > LongestByDay ? 7 : 1;
        var days = ((int)(Local(now) - to).TotalDays / step * step) + step;
        return question with { From = Instant(from.AddDays(days)), To = Instant(to.AddDays(days)) };

        DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

        // A clock that leaps over midnight is one that the page counts differently: then nobody finds it, and it is made anew.
        DateTimeOffset Instant(DateTime local) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
