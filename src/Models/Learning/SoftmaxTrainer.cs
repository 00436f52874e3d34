using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Listening.Models.Learning;

/// <summary>
/// Multinomial logistic regression by stochastic gradients with AdaGrad's steps (Duchi, Hazan, Singer 2011). An example that may have several labels
/// pulls towards them together, each by how likely it is already.
/// </summary>
public sealed class SoftmaxTrainer
{
    private const float SmallestRoot = 1e-4f;
    private const float IndicatorValue = 0.5f;
    private readonly TrainingData data;
    private readonly TrainingOptions options;
    private readonly int lanes;
    private readonly int sparse;
    private readonly float[] weights;
    private readonly float[] squares;
    private readonly float[] bias;
    private readonly float[] biasSquares;
    private readonly float[] pulls;
    private int[] features = new int[2048];
    private float[] values = new float[2048];
    private int count;

    private SoftmaxTrainer(TrainingData data, TrainingOptions options)
    {
        this.data = data;
        this.options = options;
        lanes = data.Targets.Lanes;
        sparse = data.Rows.BucketOf.Length;
        var sets = data.Sets.Max() + 1;
        weights = new float[(sparse + data.Rows.Dense + sets) * lanes];
        squares = new float[weights.Length];
        bias = new float[lanes];
        biasSquares = new float[lanes];
        pulls = [
            .. data.Rows.Counts.Select(count => options.Pull / count), .. Enumerable.Repeat(options.Pull / data.Count, data.Rows.Dense),
            .. Enumerable.Range(0, sets).Select(set => options.Pull / Math.Max(1, data.Sets.Count(own => own == set)))];
    }

    /// <summary>Trains on the rows that <paramref name="taken"/> names.</summary>
    public static SoftmaxWeights Fit(TrainingData data, TrainingOptions options, IReadOnlyCollection<int> taken, CancellationToken cancellationToken)
    {
        var trainer = new SoftmaxTrainer(data, options);
        trainer.Run([.. taken], cancellationToken);
        return new SoftmaxWeights(data.Targets.Labels.Count, trainer.lanes, trainer.weights, trainer.bias);
    }

    private void Run(int[] order, CancellationToken cancellationToken)
    {
        var chance = new Random(options.Seed);
        var gradient = new float[lanes];
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            chance.Shuffle(order);
            var rate = options.Rate * (1 - ((float)epoch / (options.Epochs + 1)));
            foreach (var row in order)
            {
                Take(row, chance);
                bias.CopyTo(gradient, 0);
                if (data.Before is { } before) TensorPrimitives.Add(gradient.AsSpan(0, before[row].Length), before[row], gradient);
                for (var at = 0; at < count; at++) Add(features[at], values[at], gradient);
                Turn(row, gradient);
                Learn(gradient, rate);
            }
        }
    }

    // The features of a row, some of its buckets left out by chance.
    private void Take(int row, Random chance)
    {
        var own = data.Rows.Rows[row];
        if (features.Length < own.Buckets.Length + own.Dense.Length + 1) (features, values) = (new int[2 * (own.Buckets.Length + own.Dense.Length + 1)], new float[2 * (own.Buckets.Length + own.Dense.Length + 1)]);
        count = 0;
        var kept = 1 / (1 - options.Dropout);
        for (var at = 0; at < own.Buckets.Length; at++)
        {
            if (options.Dropout > 0 && chance.NextSingle() < options.Dropout) continue;
            Take(own.Buckets[at], kept * data.Rows.Weights[own.Buckets[at]] * (at < own.Words ? own.WordScale : own.LetterScale));
        }

        for (var at = 0; at < own.Dense.Length; at++) Take(sparse + at, own.Dense[at]);
        if (options.SetIndicators) Take(sparse + own.Dense.Length + data.Sets[row], IndicatorValue);
    }

    private void Take(int feature, float value)
    {
        features[count] = feature;
        values[count++] = value;
    }

    // From scores to the gradient of the loss, times the weight of the example.
    private void Turn(int row, float[] scores)
    {
        var labels = scores.AsSpan(0, data.Targets.Labels.Count);
        TensorPrimitives.SoftMax(labels, labels);
        var allowed = data.Targets.Allowed(data.Kinds[row])[..labels.Length];
        var share = Math.Max(1e-12f, TensorPrimitives.Dot(labels, allowed));
        for (var at = 0; at < labels.Length; at++) labels[at] = data.Weights[row] * labels[at] * (1 - (allowed[at] / share));
        scores.AsSpan(labels.Length).Clear();
    }

    private void Learn(float[] gradient, float rate)
    {
        for (var at = 0; at < count; at++) Step(features[at], values[at], gradient, rate);
        for (var at = 0; at < lanes; at++)
        {
            biasSquares[at] += gradient[at] * gradient[at];
            bias[at] -= rate * gradient[at] / (MathF.Sqrt(biasSquares[at]) + SmallestRoot);
        }
    }

    private void Add(int feature, float value, float[] scores)
    {
        var own = MemoryMarshal.Cast<float, Vector128<float>>(weights.AsSpan(feature * lanes, lanes));
        var sums = MemoryMarshal.Cast<float, Vector128<float>>(scores.AsSpan());
        for (var at = 0; at < own.Length; at++) sums[at] += own[at] * value;
    }

    private void Step(int feature, float value, float[] gradient, float rate)
    {
        var own = MemoryMarshal.Cast<float, Vector128<float>>(weights.AsSpan(feature * lanes, lanes));
        var seen = MemoryMarshal.Cast<float, Vector128<float>>(squares.AsSpan(feature * lanes, lanes));
        var slopes = MemoryMarshal.Cast<float, Vector128<float>>(gradient.AsSpan());
        var pull = pulls[feature];
        var smallest = Vector128.Create(SmallestRoot);
        for (var at = 0; at < own.Length; at++)
        {
            var slope = (slopes[at] * value) + (own[at] * pull);
            seen[at] += slope * slope;
            own[at] -= slope * rate / (Vector128.Sqrt(seen[at]) + smallest);
        }
    }
}
