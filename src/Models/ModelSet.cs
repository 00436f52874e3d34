using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Listening.Models.Features;
using Listening.Models.Learning;

namespace Listening.Models;

/// <summary>
/// Models of several tasks that read texts with one featurizer, laid out so that a bucket's weights for all labels of all tasks stand side by side: one
/// look-up serves every task. Immutable; safe for many threads, each with its own <see cref="FeatureReader"/>.
/// </summary>
public sealed class ModelSet
{
    private const int Wide = 8;
    private readonly int lanes;
    private readonly int[] places;
    private readonly sbyte[] values;
    private readonly float[] scales;
    private readonly float[] bias;
    private readonly float[] dense;
    private readonly int[] starts;

    /// <summary>The set of these models.</summary>
    public ModelSet(Featurizer featurizer, IReadOnlyList<LinearModel> models)
    {
        Featurizer = featurizer;
        Models = models;
        starts = new int[models.Count];
        for (var at = 1; at < starts.Length; at++) starts[at] = starts[at - 1] + models[at - 1].Labels;
        lanes = (models.Sum(model => model.Labels) + Wide - 1) / Wide * Wide;
        places = new int[NGrams.Buckets];
        var buckets = models.SelectMany(model => model.Buckets).Distinct().Order().ToArray();
        for (var at = 0; at < buckets.Length; at++) places[buckets[at]] = at + 1;
        values = new sbyte[(buckets.Length + 1) * lanes];
        (scales, bias, dense) = (new float[lanes], new float[lanes], new float[featurizer.DenseSize * lanes]);
        for (var at = 0; at < models.Count; at++) Lay(models[at], starts[at]);
    }

    /// <summary>What texts are read with.</summary>
    public Featurizer Featurizer { get; }

    /// <summary>The models.</summary>
    public IReadOnlyList<LinearModel> Models { get; }

    /// <summary>Numbers that <see cref="Transform"/> writes.</summary>
    public int Size => lanes;

    /// <summary>Where the labels of a model begin among them.</summary>
    public int StartOf(int model) => starts[model];

    /// <summary>Writes the probability of every label of every model for the text that the reader read last.</summary>
    public void Transform(FeatureReader reader, Span<float> probabilities)
    {
        var sums = MemoryMarshal.Cast<float, Vector256<float>>(probabilities[..lanes]);
        sums.Clear();
        var buckets = reader.Buckets;
        var numbers = reader.Values;
        for (var at = 0; at < buckets.Length; at++)
        {
            var place = places[buckets[at]];
            if (place > 0) Add(values.AsSpan(place * lanes, lanes), numbers[at], sums);
        }

        TensorPrimitives.MultiplyAdd(probabilities[..lanes], scales, bias, probabilities);
        for (var at = 0; at < reader.Dense.Length; at++)
            if (reader.Dense[at] != 0) TensorPrimitives.MultiplyAdd(dense.AsSpan(at * lanes, lanes), reader.Dense[at], probabilities[..lanes], probabilities);
        for (var at = 0; at < Models.Count; at++)
        {
            var own = probabilities.Slice(starts[at], Models[at].Labels);
            TensorPrimitives.SoftMax(own, own);
        }
    }

    private static void Add(ReadOnlySpan<sbyte> row, float value, Span<Vector256<float>> sums)
    {
        var factor = Vector256.Create(value);
        for (var at = 0; at < sums.Length; at++)
        {
            var eight = Vector128.CreateScalarUnsafe(MemoryMarshal.Read<long>(MemoryMarshal.AsBytes(row)[(at * Wide)..])).AsSByte();
            sums[at] += Vector256.ConvertToSingle(Vector256.WidenLower(Vector256.WidenLower(eight.ToVector256Unsafe()))) * factor;
        }
    }

    private void Lay(LinearModel model, int start)
    {
        for (var at = 0; at < model.Buckets.Length; at++)
            model.Values.AsSpan(at * model.Labels, model.Labels).CopyTo(values.AsSpan((places[model.Buckets[at]] * lanes) + start));
        model.Scales.CopyTo(scales, start);
        model.Bias.CopyTo(bias, start);
        for (var at = 0; at < model.Dense.Length / model.Labels; at++)
            model.Dense.AsSpan(at * model.Labels, model.Labels).CopyTo(dense.AsSpan((at * lanes) + start));
    }
}
