using Listening.Measuring;
using Listening.Reporting;
using Listening.Web.Dashboards;
using Listening.Web.Measuring;

namespace Listening.Web.Reporting;

/// <summary>What every question of one report has in common.</summary>
/// <param name="question">The report's.</param>
/// <param name="time">How the company reads time.</param>
/// <param name="asOf">Until when what happened counts.</param>
/// <param name="compared">The period it is held against.</param>
/// <param name="ours">The names of our brands.</param>
internal sealed class ReportScope(ReportQuestion question, ReportingTime time, DateTimeOffset asOf, ReportPeriod? compared, IReadOnlyList<string> ours)
{
    // What is counted over posts would count those about competitors too; the others speak of waits for our brands.
    private static readonly HashSet<string> OfPosts = ["complaints", "questions", "praise", "posts", "net_sentiment", "coverage"];

    private const int WeeksBefore = 8;
    private const int LongestByDay = 62;

    /// <summary>The report's question.</summary>
    public ReportQuestion Question => question;

    /// <summary>How the company reads time.</summary>
    public ReportingTime Time => time;

    /// <summary>Until when what happened counts.</summary>
    public DateTimeOffset AsOf => asOf;

    /// <summary>The period it is held against; null without one.</summary>
    public ReportPeriod? Compared => compared;

    /// <summary>The end of the period, or now where it is not over: the instant at which a state is looked at.</summary>
    public DateTimeOffset End => question.To < asOf ? question.To : asOf;

    /// <summary>How the period is cut for what changed: by day, a long one by week.</summary>
    public Interval Interval => (question.To - question.From).TotalDays <= LongestByDay ? Interval.Day : Interval.Week;

    /// <summary>Where the weeks before the period begin that say what is usual: a local midnight.</summary>
    public DateTimeOffset UsualFrom => Midnight(Local(question.From).AddDays(-7 * WeeksBefore));

    /// <summary>A metric over the period.</summary>
    public MetricQuestion Now(string metric) => new()
    {
        Metric = metric, From = question.From, To = question.To, AsOf = asOf, Zone = time.Zone, WeekStart = time.WeekStart, Filter = Filter(metric), Brand = question.Brand ?? (ours.Count == 1 ? ours[0] : null),
        WithInternal = question.WithInternal,
    };

    /// <summary>A metric over the period it is held against.</summary>
    public MetricQuestion Then(string metric, ReportPeriod period) => Now(metric) with { From = period.From, To = period.To, AsOf = period.AsOf };

    /// <summary>A metric over the weeks before and the period, cut.</summary>
    public MetricQuestion Cut(string metric) => Now(metric) with { From = UsualFrom, Interval = Interval };

    /// <summary>A metric over the weeks before.</summary>
    public MetricQuestion Usual(string metric) => Now(metric) with { From = UsualFrom, To = question.From };

    private string? Filter(string metric) => question.Brand is null && ours.Count > 1 && OfPosts.Contains(metric)
        ? TileQuestion.Within(string.Join(" OR ", ours.Select(name => $"brand:\"{name.Replace("\"", "", StringComparison.Ordinal)}\"")), question.Filter)
        : question.Filter;

    /// <summary>The date of an instant in the reporting zone.</summary>
    public DateOnly Local(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, time.Zone).DateTime);

    /// <summary>When a date begins in the reporting zone; where the clock leaps over midnight, after the leap.</summary>
    public DateTimeOffset Midnight(DateOnly date)
    {
        var local = date.ToDateTime(TimeOnly.MinValue);
        while (time.Zone.IsInvalidTime(local)) local = local.AddMinutes(30);
        return new DateTimeOffset(local, time.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
