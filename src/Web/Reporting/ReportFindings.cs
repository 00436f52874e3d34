using Listening.Findings;
using Listening.Measuring;
using Listening.Reporting;

namespace Listening.Web.Reporting;

/// <summary>What changed in the period, from the metrics' own series.</summary>
internal sealed class ReportFindings(ReportScope scope, ReportAnswers answers, ReportLinks links)
{
    private const int MostTopics = 8;

    private static readonly (string Metric, string Title)[] Counts = [("complaints", "Complaints"), ("questions", "Questions"), ("praise", "Praise")];

    private static readonly (string Metric, string Title)[] Shares =
        [("response_rate", "The share answered within 1 h"), ("interception_rate", "The share that a competitor took"), ("recovery_rate", "The share that sounded better afterwards")];

    private static readonly (string Metric, string Title)[] Times = [("frt", "The median first answer"), ("frt_p90", "The time within which 9 in 10 were answered")];

    /// <summary>Says what must be asked first.</summary>
    public void Want()
    {
        foreach (var (metric, _) in Counts) answers.Want($"cut {metric}", scope.Cut(metric));
        answers.Want("cut topics", scope.Cut("complaints") with { By = "topic" });
        foreach (var (metric, _) in Shares) answers.Want($"cut {metric}", scope.Cut(metric) with { Within = metric == "response_rate" ? TimeSpan.FromHours(1) : null });
        foreach (var (metric, _) in Times) answers.Want($"usual {metric}", scope.Usual(metric));
    }

    /// <summary>The sentences; asks what only the first answers tell.</summary>
    public async Task<IReadOnlyList<ReportSentence>> ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var (metric, _) in Times)
            if (answers[$"usual {metric}"]?.Value is { } usual and > 0) answers.Want($"cut {metric} within", scope.Cut("response_rate") with { Within = TimeSpan.FromSeconds(usual) });
        await answers.AskAsync(cancellationToken);
        var found = ChangeSearch.Find([.. All()]);
        foreach (var change in found.Where(change => change.Series.Kind == SeriesKind.Time)) answers.Want(Name(change), Inside(change));
        await answers.AskAsync(cancellationToken);
        return FindingText.Of([.. found.Select(Measured).OfType<FoundChange>().OrderByDescending(change => change.Size)], change => links.To(Inside(change)));
    }

    private IEnumerable<FindingSeries> All()
    {
        foreach (var (metric, title) in Counts)
            if (Series(metric, null, title, SeriesKind.Count, answers[$"cut {metric}"]?.Series) is { } series) yield return series;
        foreach (var topic in (answers["cut topics"]?.Series ?? []).Where(point => !string.IsNullOrEmpty(point.Group)).GroupBy(point => point.Group!).OrderByDescending(topic => topic.Sum(point => point.N)).Take(MostTopics))
            if (Series("complaints", topic.Key, $"Complaints about {topic.Key}", SeriesKind.Count, [.. topic]) is { } series) yield return series;
        foreach (var (metric, title) in Shares)
            if (Series(metric, null, title, SeriesKind.Share, answers[$"cut {metric}"]?.Series) is { } series) yield return series;
        foreach (var (metric, title) in Times)
            if (Series(metric, null, title, SeriesKind.Time, answers[$"cut {metric} within"]?.Series) is { } series) yield return series;
    }

    // Only whole buckets: half a day looks like a dip.
    private FindingSeries? Series(string metric, string? group, string title, SeriesKind kind, IReadOnlyList<MetricPoint>? points)
    {
        if (points is null || points.All(point => point.N == 0)) return null;
        var length = scope.Interval == Interval.Day ? 1 : 7;
        var (first, end) = (scope.Local(scope.UsualFrom), scope.Local(scope.End));
        var days = points.Select(point => (Day: scope.Local(point.Bucket!.Value), Point: point)).Where(one => one.Day >= first && one.Day.AddDays(length) <= end)
            .Select(one => new SeriesDay(one.Day, kind == SeriesKind.Count ? one.Point.N : (long)Math.Round((one.Point.Value ?? 0) * one.Point.N), one.Point.N)).ToList();
        var from = scope.Local(scope.Question.From);
        if (scope.Midnight(from) < scope.Question.From) from = from.AddDays(1);
        var period = days.Count(day => day.Day >= from);
        return new(metric, group, title, kind, answers.Definitions.First(known => known.Id == metric).HigherIsBetter, days, period) { BucketDays = length };
    }

    private FoundChange? Measured(FoundChange change)
    {
        if (change.Series.Kind != SeriesKind.Time) return change;
        if (answers[Name(change)] is not { } inside || answers[$"usual {change.Series.Metric}"]?.Value is not { } before || (inside.Value ?? inside.GreaterThan) is not { } after) return null;
        return change with { Before = before, After = after, AtLeast = inside.Value is null, N = inside.N };
    }

    private MetricQuestion Inside(FoundChange change)
    {
        var question = scope.Now(change.Series.Metric) with { From = scope.Midnight(change.Since), To = scope.Midnight(change.Until.AddDays(1)) };
        if (change.Series.Metric == "response_rate") question = question with { Within = TimeSpan.FromHours(1) };
        return change.Series.Group is { } group ? question with { By = "topic", Group = group } : question;
    }

    private static string Name(FoundChange change) => $"inside {change.Series.Metric} {change.First} {change.Last}";
}
