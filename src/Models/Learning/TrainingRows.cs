using Listening.Models.Features;

namespace Listening.Models.Learning;

/// <summary>
/// Rows of numbers in the trainer's own shape: features that occur are numbered from 0 and the dense numbers and indicators of sets follow them.
/// </summary>
public sealed class TrainingRows
{
    private TrainingRows(IReadOnlyList<FeatureRow> rows, int[] bucketOf, int[] counts, ReadOnlySpan<float> weights)
    {
        Rows = rows;
        BucketOf = bucketOf;
        Counts = counts;
        Weights = new float[bucketOf.Length];
        for (var at = 0; at < bucketOf.Length; at++) Weights[at] = weights[bucketOf[at]];
        Dense = rows[0].Dense.Length;
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<FeatureRow> Rows { get; }

    /// <summary>Bucket of each numbered feature.</summary>
    public int[] BucketOf { get; }

    /// <summary>How many rows have each numbered feature.</summary>
    public int[] Counts { get; }

    /// <summary>Weight of each numbered feature.</summary>
    public float[] Weights { get; }

    /// <summary>Dense numbers of a row.</summary>
    public int Dense { get; }

    /// <summary>The rows of <paramref name="texts"/>.</summary>
    public static TrainingRows Of(Featurizer featurizer, IEnumerable<string> texts)
    {
        var rows = featurizer.Transform(texts);
        if (rows.Count == 0) throw new ArgumentException("There is nothing to learn from.", nameof(texts));
        var counts = new int[NGrams.Buckets];
        foreach (var row in rows)
            foreach (var bucket in row.Buckets) counts[bucket]++;
        var bucketOf = Enumerable.Range(0, NGrams.Buckets).Where(bucket => counts[bucket] > 0).ToArray();
        var numberOf = new int[NGrams.Buckets];
        for (var number = 0; number < bucketOf.Length; number++) numberOf[bucketOf[number]] = number;
        foreach (var row in rows)
            for (var at = 0; at < row.Buckets.Length; at++) row.Buckets[at] = numberOf[row.Buckets[at]];
        return new TrainingRows(rows, bucketOf, Array.ConvertAll(bucketOf, bucket => counts[bucket]), featurizer.Weights);
    }
}
