namespace Listening.Models.Learning;

/// <summary>A trained, calibrated and quantised model of one task. Immutable.</summary>
/// <param name="Head">What it is.</param>
/// <param name="Buckets">Buckets that have a weight, ascending.</param>
/// <param name="Values">Their weights: that of bucket <c>i</c> for label <c>c</c> at <c>i × labels + c</c>, to be multiplied with the label's scale.</param>
/// <param name="Scales">Scale of each label.</param>
/// <param name="Dense">Weights of the dense numbers, label by label within each.</param>
/// <param name="Bias">Score of a text without anything.</param>
public sealed record LinearModel(ModelHead Head, int[] Buckets, sbyte[] Values, float[] Scales, float[] Dense, float[] Bias)
{
    /// <summary>How many labels.</summary>
    public int Labels => Head.Labels.Count;
}
