using System.Numerics;
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

    // A row that begins with a line of the processor's cache is fetched from memory once, not twice.
    private const int CacheLine = 64;
    private readonly int lanes;
    private readonly int stride;
    private readonly int origin;
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
        stride = lanes <= CacheLine ? (int)BitOperations.RoundUpToPowerOf2((uint)lanes) : (lanes + CacheLine - 1) / CacheLine * CacheLine;
        values = GC.AllocateArray<sbyte>(((buckets.Length + 1) * stride) + CacheLine, pinned: true);
        origin = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(values, 0) & (CacheLine - 1));
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
        AddFirst(reader.Buckets, reader.Values, ref sums[0]);
        if (sums.Length > 1) AddOthers(reader.Buckets, reader.Values, sums);
        TensorPrimitives.MultiplyAdd(probabilities[..lanes], scales, bias, probabilities);
        AddDense(reader.Dense, sums);
        for (var at = 0; at < Models.Count; at++)
        {
            var own = probabilities.Slice(starts[at], Models[at].Labels);
            TensorPrimitives.SoftMax(own, own);
        }
    }

    // Of every row the first eight weights, in a loop so short that the processor waits for many rows at once. What comes after finds them in its cache.
    private void AddFirst(ReadOnlySpan<int> buckets, ReadOnlySpan<float> numbers, ref Vector256<float> sum)
    {
        var first = Vector256<float>.Zero;
        for (var at = 0; at < buckets.Length; at++) first += Eight(origin + (places[buckets[at]] * stride)) * Vector256.Create(numbers[at]);
        sum = first;
    }

    private void AddOthers(ReadOnlySpan<int> buckets, ReadOnlySpan<float> numbers, Span<Vector256<float>> sums)
    {
        for (var at = 0; at < buckets.Length; at++)
        {
            var place = places[buckets[at]];
            if (place == 0) continue;
            var (row, factor) = (origin + (place * stride), Vector256.Create(numbers[at]));
            for (var lane = 1; lane < sums.Length; lane++) sums[lane] += Eight(row + (lane * Wide)) * factor;
        }
    }

    private void AddDense(ReadOnlySpan<float> numbers, Span<Vector256<float>> sums)
    {
        var rows = MemoryMarshal.Cast<float, Vector256<float>>(dense);
        for (var at = 0; at < numbers.Length; at++)
        {
            if (numbers[at] == 0) continue;
            var row = rows.Slice(at * sums.Length, sums.Length);
            var factor = Vector256.Create(numbers[at]);
            for (var lane = 0; lane < sums.Length; lane++) sums[lane] = (row[lane] * factor) + sums[lane];
        }
    }

    private Vector256<float> Eight(int at)
    {
        var eight = Vector128.CreateScalarUnsafe(MemoryMarshal.Read<long>(MemoryMarshal.AsBytes(values.AsSpan(at, Wide)))).AsSByte();
        return Vector256.ConvertToSingle(Vector256.WidenLower(Vector256.WidenLower(eight.ToVector256Unsafe())));
    }

    private void Lay(LinearModel model, int start)
    {
        for (var at = 0; at < model.Buckets.Length; at++)
            model.Values.AsSpan(at * model.Labels, model.Labels).CopyTo(values.AsSpan(origin + (places[model.Buckets[at]] * stride) + start));
        model.Scales.CopyTo(scales, start);
        model.Bias.CopyTo(bias, start);
        for (var at = 0; at < model.Dense.Length / model.Labels; at++)
            model.Dense.AsSpan(at * model.Labels, model.Labels).CopyTo(dense.AsSpan((at * lanes) + start));
    }
}
