using Listening.Measuring;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics.Answering;

/// <summary>Reads the median age at each moment: who waits for a year is read once and not at every moment of it.</summary>
internal static class AgeReader
{
    /// <summary>The points by bucket and group; those where nobody waited are not there.</summary>
    public static async Task<Dictionary<(long Bucket, string Group), MetricPoint>> ReadAsync(Cohort cohort, IFactReader facts, CancellationToken cancellationToken)
    {
        var question = cohort.Question;
        var moments = Moments.OfSeries(question, cohort.Buckets);
        long[] instants = [.. moments.Select(moment => moment.Instant).Distinct().Order()];
        var groups = new Dictionary<string, Stays>();
        await foreach (var row in facts.ReadAsync(cohort.Query(cohort.Metric.Stays!, ("moments", instants.Prepend(-1).ToArray())), cancellationToken))
        {
            var group = row.Get<string>("grouping");
            if (!groups.TryGetValue(group, out var stays)) groups.Add(group, stays = new());
            stays.Add(After(Figures.Whole(row, "since")), After(Figures.Whole(row, "until")), row.Get<object?[]>("openings"));
        }

        var points = new Dictionary<(long, string), MetricPoint>();
        foreach (var (group, stays) in groups)
        {
            var ages = stays.Ages(instants);
            foreach (var (bucket, instant) in moments)
                if (ages[Array.BinarySearch(instants, instant)] is { N: > 0 } age)
                    points[(bucket, group)] = new(
                        cohort.Buckets.Count == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(bucket), question.By is null ? null : group, null, age.Median / 1000, age.N);
        }

        return points;

        int After(long moment) => moment < 0 ? 0 : Array.BinarySearch(instants, moment) + 1;
    }
}
