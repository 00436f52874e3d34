using Listening.Measuring;

namespace Listening.Metrics.Asking;

/// <summary>The instants at which a state is looked at: the question's own, and for a series the end of each bucket.</summary>
internal static class Moments
{
    /// <summary>Three arrays of one length for OpenWaits.sql; nothing for a metric that is no state.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Of(Metric metric, MetricQuestion question, IReadOnlyList<DateTimeOffset> buckets)
    {
        if (!metric.AtMoment) return [];
        var moments = new List<(long Cut, long Bucket, long Instant)> { (0, 0, question.AsOf.ToUnixTimeMilliseconds()) };
        if (buckets.Count == 0 && question.By is not null) moments.Add((1, 0, question.AsOf.ToUnixTimeMilliseconds()));
        for (var i = 0; i < buckets.Count && buckets[i] <= question.AsOf; i++)
        {
            var end = i + 1 < buckets.Count ? buckets[i + 1] : question.To;
            moments.Add((1, buckets[i].ToUnixTimeMilliseconds(), (end < question.AsOf ? end : question.AsOf).ToUnixTimeMilliseconds()));
        }
        return
        [
            new("moment_cuts", moments.Select(moment => moment.Cut).ToArray()),
            new("moment_buckets", moments.Select(moment => moment.Bucket).ToArray()),
            new("moment_instants", moments.Select(moment => moment.Instant).ToArray()),
        ];
    }
}
