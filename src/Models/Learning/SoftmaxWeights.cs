using System.Numerics.Tensors;

namespace Listening.Models.Learning;

/// <summary>
/// What the trainer found, before it is made small: weight of feature <c>f</c> for label <c>c</c> at <c>f × Lanes + c</c>, features numbered as in the
/// <see cref="TrainingRows"/>, then the dense ones, then the sets.
/// </summary>
public sealed record SoftmaxWeights(int Labels, int Lanes, float[] Values, float[] Bias)
{
    /// <summary>Scores of a row of the training data, as a text of an unknown set.</summary>
    public float[] Scores(TrainingRows rows, int row)
    {
        var scores = Bias.ToArray();
        var data = rows.Rows[row];
        for (var at = 0; at < data.Buckets.Length; at++)
            Add(scores, data.Buckets[at], rows.Weights[data.Buckets[at]] * (at < data.Words ? data.WordScale : data.LetterScale));
        for (var at = 0; at < data.Dense.Length; at++) Add(scores, rows.BucketOf.Length + at, data.Dense[at]);
        return scores[..Labels];
    }

    private void Add(float[] scores, int feature, float value) =>
        TensorPrimitives.MultiplyAdd(Values.AsSpan(feature * Lanes, Lanes), value, scores, scores);
}
