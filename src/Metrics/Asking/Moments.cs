using Listening.Measuring;

namespace Listening.Metrics.Asking;

/// <summary>The instants at which a state is looked at: the question's own, and for a series the end of each bucket.</summary>
internal static class Moments
{
    /// <summary>Three arrays of one length for OpenWaits.sql and the first of their instants; nothing for a metric that is no state.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Of(Metric metric, MetricQuestion question, IReadOnlyList<DateTimeOffset> buckets)
    {
        if (!metric.AtMoment) return [];
        List<(long Cut, long Bucket, long Instant)> moments = [(0, 0, question.AsOf.ToUnixTimeMilliseconds())];
        if (question is { ComparePrevious: true, By: null }) moments.Add((2, 0, (question.AsOf - (question.To - question.From)).ToUnixTimeMilliseconds()));
        if (!metric.SeriesApart) moments.AddRange(OfSeries(question, buckets).Select(moment => (1L, moment.Bucket, moment.Instant)));
        return
        [
            new("moment_cuts", moments.Select(moment => moment.Cut).ToArray()),
            new("moment_buckets", moments.Select(moment => moment.Bucket).ToArray()),
            new("moment_instants", moments.Select(moment => moment.Instant).ToArray()),
            new("first_moment", DateTimeOffset.FromUnixTimeMilliseconds(moments.Min(moment => moment.Instant))),
        ];
    }

    /// <summary>The moments of the series: bucket and instant in milliseconds, in order; one in bucket 0 where the period is not cut.</summary>
    public static IReadOnlyList<(long Bucket, long Instant)> OfSeries(MetricQuestion question, IReadOnlyList<DateTimeOffset> buckets)
    {
        if (buckets.Count == 0) return question.By is null ? [] : [(0, question.AsOf.ToUnixTimeMilliseconds())];
        var moments = new List<(long, long)>();
        for (var i = 0; i < buckets.Count && buckets[i] <= question.AsOf; i++)
        {
            var end = i + 1 < buckets.Count ? buckets[i + 1] : question.To;
            moments.Add((buckets[i].ToUnixTimeMilliseconds(), (end < question.AsOf ? end : question.AsOf).ToUnixTimeMilliseconds()));
        }
        return moments;
    }
}
