
namespace Listening.Models.Learning;

/// <summary>
/// Lets a model go on learning where the data it learned from is not at hand: what is learned is the difference from its weights, and the pull towards zero
/// is one towards them (Chelba and Acero 2006). What no new example speaks of stays as it was; labels may be added.
/// </summary>
public static class ModelAdapter
{
    // A label that the model has never seen begins this far below the others together: about one in fifty.
    private const float NewLabelBelow = 4;

    /// <summary>The model after it learned from <paramref name="sets"/> too; <paramref name="labels"/> are its own, then new ones.</summary>
    public static LinearModel Adapt(
        FeaturizerFile features, LinearModel model, IReadOnlyList<string> labels, IReadOnlyList<LabelledSet> sets, TrainingOptions options, CancellationToken cancellationToken)
    {
        if (!labels.Take(model.Labels).SequenceEqual(model.Head.Labels)) throw new ArgumentException("The labels begin with those of the model.", nameof(labels));
        var data = TrainingData.Of(features.Featurizer, labels, sets, options);
        var (buckets, places) = Union(model.Buckets, data.Rows.BucketOf);
        var (values, bias) = (Widened(model, buckets, labels.Count), new float[labels.Count]);
        model.Bias.CopyTo(bias, 0);
        var scores = data.Rows.Rows.Select((_, row) => Scores(values, bias, labels.Count, places, buckets.Length, data.Rows, row)).ToArray();
        var below = scores.Average(own => MathF.Log(own.Take(model.Labels).Sum(MathF.Exp))) - NewLabelBelow;
        for (var label = model.Labels; label < labels.Count; label++)
        {
            bias[label] = below;
            foreach (var own in scores) own[label] = below;
        }

        var learned = SoftmaxTrainer.Fit(data with { Before = scores }, options, [.. Enumerable.Range(0, data.Count)], cancellationToken);
        for (var feature = 0; feature < places.Length + data.Rows.Dense; feature++)
        {
            var place = feature < places.Length ? places[feature] : buckets.Length + feature - places.Length;
            for (var label = 0; label < labels.Count; label++) values[(place * labels.Count) + label] += learned.Values[(feature * learned.Lanes) + label];
        }

        for (var label = 0; label < labels.Count; label++) bias[label] += learned.Bias[label];
        // Its confidence stays as it was calibrated: the new examples are not as frequent as they are here.
        var head = model.Head with { Labels = labels, Profile = "own", Seed = options.Seed, Sets = sets.ToDictionary(set => set.Name, set => set.Examples.Count) };
        var adapted = Quantizer.Quantize(new SoftmaxWeights(labels.Count, labels.Count, values, bias), buckets, data.Rows.Dense, Calibration.None(labels.Count), head);
        return adapted with { Head = adapted.Head with { Temperature = model.Head.Temperature } };
    }

    private static (int[] Buckets, int[] Places) Union(int[] old, int[] own)
    {
        var all = old.Union(own).Order().ToArray();
        return (all, Array.ConvertAll(own, bucket => Array.BinarySearch(all, bucket)));
    }

    private static float[] Widened(LinearModel model, int[] buckets, int labels)
    {
        var dense = model.Dense.Length / model.Labels;
        var values = new float[(buckets.Length + dense) * labels];
        for (var at = 0; at < model.Buckets.Length; at++)
        {
            var place = Array.BinarySearch(buckets, model.Buckets[at]) * labels;
            for (var label = 0; label < model.Labels; label++) values[place + label] = model.Values[(at * model.Labels) + label] * model.Scales[label];
        }

        for (var at = 0; at < model.Dense.Length; at++) values[((buckets.Length + (at / model.Labels)) * labels) + (at % model.Labels)] = model.Dense[at];
        return values;
    }

    private static float[] Scores(float[] values, float[] bias, int labels, int[] places, int denseFrom, TrainingRows rows, int row)
    {
        var (scores, own) = (bias.ToArray(), rows.Rows[row]);
        for (var at = 0; at < own.Buckets.Length; at++)
            Add(scores, values, places[own.Buckets[at]] * labels, rows.Weights[own.Buckets[at]] * (at < own.Words ? own.WordScale : own.LetterScale));
        for (var at = 0; at < own.Dense.Length; at++) Add(scores, values, (denseFrom + at) * labels, own.Dense[at]);
        return scores;
    }

    private static void Add(float[] scores, float[] values, int from, float factor)
    {
        for (var label = 0; label < scores.Length; label++) scores[label] += values[from + label] * factor;
    }
}
