using System.Numerics.Tensors;
using Listening.Models.Text;

namespace Listening.Models.Features;

/// <summary>The mean, the highest and the lowest of the vectors of a text's words, in three parts of <see cref="WordVectors.Dimensions"/> numbers.</summary>
public sealed class VectorBlock(WordVectors vectors)
{
    // The mean of some twenty unit vectors is short: three times it is about as long as the other two parts (measured, models/README.md).
    private const float MeanFactor = 3;
    private const float BlockFactor = 0.3f;
    private readonly float[] one = new float[WordVectors.Dimensions];

    /// <summary>How many numbers; none without vectors.</summary>
    public int Size { get; } = vectors.Words.Count == 0 ? 0 : 3 * WordVectors.Dimensions;

    /// <summary>Writes the block; <paramref name="weights"/> are the weights of buckets.</summary>
    public void Write(ReadOnlySpan<Token> tokens, ReadOnlySpan<float> weights, Span<float> block)
    {
        block.Clear();
        if (Size == 0) return;
        var mean = block[..WordVectors.Dimensions];
        var high = block.Slice(WordVectors.Dimensions, WordVectors.Dimensions);
        var low = block[(2 * WordVectors.Dimensions)..];
        var total = 0f;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Kind == TokenKind.Mark || !vectors.TryWrite(tokens[at].Plain, one)) continue;
            var weight = MathF.Max(1, weights[NGrams.WordBucket(tokens[at].Plain)]);
            if (total == 0)
            {
                one.CopyTo(high);
                one.CopyTo(low);
            }

            TensorPrimitives.MultiplyAdd(one, weight, mean, mean);
            TensorPrimitives.Max(high, one, high);
            TensorPrimitives.Min(low, one, low);
            total += weight;
        }

        if (total == 0) return;
        TensorPrimitives.Multiply(mean, MeanFactor / total, mean);
        TensorPrimitives.Multiply(block, BlockFactor, block);
    }
}
