using Listening.Measuring;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics.Answering;

/// <summary>Reads a number and its series.</summary>
internal static class NumberReader
{
    /// <summary>The answer without the period before.</summary>
    public static async Task<MetricAnswer> ReadAsync(Cohort cohort, IFactReader facts, long revision, CancellationToken cancellationToken)
    {
        var (metric, question) = (cohort.Metric, cohort.Question);
        var answer = NoData.Of(cohort, revision);
        var points = new Dictionary<(long Bucket, string Group), MetricPoint>();
        await foreach (var row in facts.ReadAsync(cohort.Query(metric.Shape), cancellationToken))
        {
            if (Figures.Whole(row, "cut") == 0) answer = Total(answer, metric, row);
            else Add(points, row, question);
        }
        if (metric.Changes is not null && cohort.HasSeries) points = await LevelReader.ReadAsync(cohort, facts, cancellationToken);
        if (BySource(cohort)) await SourcesReader.AddAsync(points, cohort, facts, cancellationToken);
        return answer with { Series = Series(cohort, points), Beside = await BesideAsync(cohort, answer.Beside, facts, cancellationToken) };
    }

    private static MetricAnswer Total(MetricAnswer answer, Metric metric, FactRow row) => answer with
    {
        Value = Figures.Number(row, "value"),
        N = Figures.Whole(row, "n"),
        Of = metric.Among ? Figures.Whole(row, "among") : null,
        GreaterThan = GreaterThan(row),
        LeftOut = Figures.LeftOut(row),
        Beside = metric.Beside.ToDictionary(name => name, name => Figures.Number(row, name)),
    };

    private static void Add(Dictionary<(long, string), MetricPoint> points, FactRow row, MetricQuestion question)
    {
        var (bucket, group) = (Figures.Whole(row, "bucket"), row.Get<string>("grouping"));
        var n = Figures.Whole(row, "n");
        // A row that was left out shows no group of its own.
        if (n == 0) return;
        points[(bucket, group)] = new(
            question.Interval == Interval.None ? null : DateTimeOffset.FromUnixTimeMilliseconds(bucket),
            question.By is null ? null : group, null, Figures.Number(row, "value"), n, GreaterThan(row));
    }

    // Every bucket is there, also the empty ones, so that a chart's axis has no hole.
    private static List<MetricPoint> Series(Cohort cohort, Dictionary<(long Bucket, string Group), MetricPoint> points)
    {
        if (cohort.Buckets.Count == 0) return [.. points.OrderBy(point => point.Key.Group, StringComparer.Ordinal).Select(point => point.Value)];
        IReadOnlyList<string> groups = cohort.Question.By is null ? [""] : [.. points.Keys.Select(key => key.Group).Distinct().Order(StringComparer.Ordinal)];
        return
        [
            .. from bucket in cohort.Buckets
               where bucket <= cohort.Question.AsOf
               from @group in groups
               select points.GetValueOrDefault((bucket.ToUnixTimeMilliseconds(), @group))
                   ?? new MetricPoint(bucket, cohort.Question.By is null ? null : @group, null, null, 0),
        ];
    }

    private static async Task<IReadOnlyDictionary<string, double?>> BesideAsync(
        Cohort cohort, IReadOnlyDictionary<string, double?> beside, IFactReader facts, CancellationToken cancellationToken)
    {
        if (cohort.Metric.Elsewhere is not { } file || !KnowsWhatCame(cohort.Question)) return beside;
        var all = new Dictionary<string, double?>(beside);
        await foreach (var row in facts.ReadAsync(cohort.Query(file), cancellationToken))
            foreach (var column in row.Columns)
                all[column] = Figures.Number(row, column);
        return all;
    }

    // What came in is known by source only, not by what a search finds.
    private static bool KnowsWhatCame(MetricQuestion question) => question.Filter is null && question.Brand is null;

    private static bool BySource(Cohort cohort) =>
        cohort.Metric.ElsewhereBySource is not null && KnowsWhatCame(cohort.Question)
        && cohort.Question is { By: "source", Group: null, Interval: Interval.None };

    private static double? GreaterThan(FactRow row) => row.Columns.Contains("greater_than") ? Figures.Number(row, "greater_than") : null;
}
