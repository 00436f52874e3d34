using Listening.Measuring;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics.Answering;

/// <summary>Reads a response curve: for each group, the share answered by each time, as far as anything was observed.</summary>
internal static class CurveReader
{
    /// <summary>The answer without the period before; its value is the share answered within the question's h.</summary>
    public static async Task<MetricAnswer> ReadAsync(Cohort cohort, MetricRules rules, IFactReader facts, long revision, CancellationToken cancellationToken)
    {
        var (metric, question) = (cohort.Metric, cohort.Question);
        var within = (long)question.Within!.Value.TotalMilliseconds;
        var times = rules.CurveTimes.Select(time => (long)time.TotalMilliseconds).Append(within).Distinct().Order().ToArray();
        var answer = NoData.Of(cohort, revision);
        var curves = new Dictionary<(long Cut, string Group), CurveSteps>();
        await foreach (var row in facts.ReadAsync(cohort.Query(metric.Shape, ("times", times.Prepend(-1).ToArray())), cancellationToken))
        {
            var cut = Figures.Whole(row, "cut");
            var key = (cut, row.Get<string>("grouping"));
            if (!curves.TryGetValue(key, out var curve))
                curves.Add(key, curve = new(Figures.Whole(row, "n"), (long)Figures.Number(row, "largest")!.Value));
            curve.Add(Figures.Whole(row, "since"), Figures.Number(row, "value")!.Value);
            if (cut == 0)
                answer = answer with { LeftOut = Figures.LeftOut(row), Beside = metric.Beside.ToDictionary(name => name, name => Figures.Number(row, name)) };
        }
        if (curves.TryGetValue((0, ""), out var total)) answer = answer with { N = total.N, Value = total.By(within) };
        return answer with
        {
            Series =
            [
                .. from curve in curves
                   where curve.Key.Cut == (question.By is null ? 0 : 1) && curve.Value.N > 0
                   orderby curve.Key.Group
                   from time in times
                   let share = curve.Value.By(time)
                   where share is not null
                   select new MetricPoint(null, question.By is null ? null : curve.Key.Group, time / 1000.0, share, curve.Value.N),
            ],
        };
    }
}
