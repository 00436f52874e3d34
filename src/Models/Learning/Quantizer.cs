namespace Listening.Models.Learning;

/// <summary>Makes trained weights small: a byte each, with one scale a label; buckets whose bytes are all zero are left out.</summary>
public static class Quantizer
{
    private const int Steps = 127;

    // The few largest weights are cut so that the many small ones keep their digits.
    private const double KeptWhole = 0.9998;

    /// <summary>The model of these weights.</summary>
    public static LinearModel Quantize(SoftmaxWeights weights, TrainingRows rows, Calibration calibration, ModelHead head) =>
        Quantize(weights, rows.BucketOf, rows.Dense, calibration, head);

    /// <summary>The model of these weights, whose features are these buckets and then so many dense numbers.</summary>
    public static LinearModel Quantize(SoftmaxWeights weights, int[] bucketOf, int denseNumbers, Calibration calibration, ModelHead head)
    {
        var labels = weights.Labels;
        var scales = Enumerable.Range(0, labels).Select(label => Scale(weights, bucketOf.Length, label) / calibration.Temperature).ToArray();
        var (buckets, values) = (new List<int>(), new List<sbyte>());
        var own = new sbyte[labels];
        for (var feature = 0; feature < bucketOf.Length; feature++)
        {
            for (var label = 0; label < labels; label++)
                own[label] = Byte(weights.Values[(feature * weights.Lanes) + label] / calibration.Temperature, scales[label]);
            if (own.All(value => value == 0)) continue;
            buckets.Add(bucketOf[feature]);
            values.AddRange(own);
        }

        var dense = new float[denseNumbers * labels];
        for (var at = 0; at < dense.Length; at++)
            dense[at] = weights.Values[((bucketOf.Length + (at / labels)) * weights.Lanes) + (at % labels)] / calibration.Temperature;
        var bias = weights.Bias.Take(labels).Select((value, label) => (value / calibration.Temperature) + calibration.Shifts[label]).ToArray();
        return new LinearModel(head with { Temperature = calibration.Temperature }, [.. buckets], [.. values], scales, dense, bias);
    }

    private static float Scale(SoftmaxWeights weights, int features, int label)
    {
        var sizes = Enumerable.Range(0, features).Select(feature => Math.Abs(weights.Values[(feature * weights.Lanes) + label])).Order().ToArray();
        return Math.Max(1e-6f, sizes[(int)((sizes.Length - 1) * KeptWhole)] / Steps);
    }

    private static sbyte Byte(float value, float scale) => (sbyte)Math.Clamp(MathF.Round(value / scale), -Steps, Steps);
}
