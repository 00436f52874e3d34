using Listening.Measuring;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics.Answering;

/// <summary>Reads numbers and their series; those that are made from the same rows come from one statement.</summary>
internal static class NumberReader
{
    private const string Spikes = "Shapes/Spikes";
    private const string Told = "Shapes/Told";

    /// <summary>Whether one statement can tell both.</summary>
    public static bool Share(Cohort one, Cohort other) => SameRows(one, other) || (BothTold(one, other) && one.Asks.Equals(other.Asks));

    private static bool BothTold(Cohort one, Cohort other) => one.Metric.ToldWithOthers && other.Metric.ToldWithOthers;

    private static bool SameRows(Cohort one, Cohort other) => (Alike(one, other) || CountsFor(one, other) || CountsFor(other, one)) && one.Reads.Equals(other.Reads);

    // Shapes that tell several numbers of the same rows.
    private static bool Alike(Cohort one, Cohort other) => one.Metric.Shape == other.Metric.Shape && one.Metric.Shape is ("Shapes/Survival" or "Shapes/States");

    /// <summary>Whether the statement of these, over a longer period, can tell the others along.</summary>
    public static bool Holds(IReadOnlyList<Cohort> whole, IReadOnlyList<Cohort> others)
    {
        var lead = Lead(whole);
        var told = whole.All(cohort => cohort.Metric.ToldWithOthers);
        return others.All(one => told && one.Metric.ToldWithOthers
            ? one.IsPartOf(lead, told: true)
            : (one.Metric == lead.Metric || Alike(lead, one) || CountsFor(lead, one)) && lead.Metric.Shape != Spikes && one.IsPartOf(lead, told: false));
    }

    private static Cohort Lead(IReadOnlyList<Cohort> together) => together.FirstOrDefault(cohort => !IsCount(cohort)) ?? together[0];

    /// <summary>The answers in order, first of the whole period and then of its parts, without the period before except where its moment was read along.</summary>
    public static async Task<IReadOnlyList<MetricAnswer>> ReadAsync(
        IReadOnlyList<Cohort> whole, IReadOnlyList<Cohort> inside, IFactReader facts, long revision, CancellationToken cancellationToken)
    {
        var (lead, parts) = (Lead(whole), new Parts(inside));
        IReadOnlyList<Cohort> together = [.. whole, .. inside];
        var told = together.All(cohort => cohort.Metric.ToldWithOthers);
        var quantiles = together.Select(cohort => cohort.Metric.Quantile ?? 0).Distinct().ToArray();
        var readings = together.Select((cohort, i) => new NumberReading(
            cohort, Array.IndexOf(quantiles, cohort.Metric.Quantile ?? 0), lead.Metric.Shape == Spikes && IsCount(cohort) ? "among" : "n", revision, i < whole.Count ? 0 : parts.CutOf(cohort))).ToList();
        var query = lead.NumberQuery(told ? Told : null, parts, ("quantiles", quantiles), ("metrics", together.Select(cohort => cohort.Metric.Definition.Id).Distinct().ToArray()));
        await foreach (var row in facts.ReadAsync(query, cancellationToken))
            foreach (var reading in readings)
                if (!told || row.Get<string>("metric") == reading.Cohort.Metric.Definition.Id) reading.Add(row);
        var answers = new List<MetricAnswer>();
        foreach (var reading in readings) answers.Add(await WholeAsync(reading, facts, cancellationToken));
        return answers;
    }

    // Every shape of one row a key counts these rows; where it counts only some of them, it tells among how many.
    private static bool CountsFor(Cohort teller, Cohort count) =>
        IsCount(count) && teller.Metric.Shape is ("Shapes/Quantile" or "Shapes/Share" or "Shapes/Survival" or Spikes);

    private static bool IsCount(Cohort cohort) => cohort.Metric.Shape == "Shapes/Count";

    private static async Task<MetricAnswer> WholeAsync(NumberReading reading, IFactReader facts, CancellationToken cancellationToken)
    {
        var cohort = reading.Cohort;
        var points = (cohort.HasSeries, cohort.Metric.Changes, cohort.Metric.Stays) switch
        {
            (true, not null, _) => await LevelReader.ReadAsync(cohort, facts, cancellationToken),
            (true, _, not null) => await AgeReader.ReadAsync(cohort, facts, cancellationToken),
            _ => reading.Points,
        };
        if (BySource(cohort)) await SourcesReader.AddAsync(points, cohort, facts, cancellationToken);
        var answer = reading.Answer();
        return answer with { Series = Series(cohort, points), Beside = await BesideAsync(cohort, answer.Beside, facts, cancellationToken) };
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
}
