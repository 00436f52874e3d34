using Listening.Measuring;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics.Answering;

/// <summary>Reads how many there were at each moment from their ups and downs, so that those who wait for years are read once and not at every moment.</summary>
internal static class LevelReader
{
    /// <summary>The points by bucket and group; those where nobody was are not there.</summary>
    public static async Task<Dictionary<(long Bucket, string Group), MetricPoint>> ReadAsync(
        Cohort cohort, IFactReader facts, CancellationToken cancellationToken)
    {
        var question = cohort.Question;
        var moments = Moments.OfSeries(question, cohort.Buckets);
        var changes = new Dictionary<string, List<(long Since, long Changed)>>();
        var asked = moments.Select(moment => moment.Instant).Distinct().Prepend(-1).ToArray();
        await foreach (var row in facts.ReadAsync(cohort.Query(cohort.Metric.Changes!, ("moments", asked)), cancellationToken))
        {
            var group = row.Get<string>("grouping");
            if (!changes.TryGetValue(group, out var list)) changes.Add(group, list = []);
            list.Add((Figures.Whole(row, "since"), Figures.Whole(row, "changed")));
        }
        var points = new Dictionary<(long, string), MetricPoint>();
        foreach (var (group, list) in changes)
        {
            var (level, next) = (0L, 0);
            foreach (var (bucket, instant) in moments)
            {
                for (; next < list.Count && list[next].Since < instant; next++) level += list[next].Changed;
                if (level > 0)
                    points[(bucket, group)] = new(
                        cohort.Buckets.Count == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(bucket), question.By is null ? null : group, null, level, level);
            }
        }
        return points;
    }
}
