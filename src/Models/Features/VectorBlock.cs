using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Listening.Models.Text;

namespace Listening.Models.Features;

/// <summary>The mean, the highest and the lowest of the vectors of a text's words, in three parts of <see cref="WordVectors.Dimensions"/> numbers.</summary>
public sealed class VectorBlock(WordVectors vectors)
{
    // The mean of some twenty unit vectors is short: three times it is about as long as the other two parts (measured, models/README.md).
    private const float MeanFactor = 3;
    private const float BlockFactor = 0.3f;

    /// <summary>How many numbers; none without vectors.</summary>
    public int Size { get; } = vectors.Words.Count == 0 ? 0 : 3 * WordVectors.Dimensions;

    /// <summary>Writes the block; <paramref name="weights"/> are the weights of buckets.</summary>
    public void Write(ReadOnlySpan<Token> tokens, ReadOnlySpan<float> weights, Span<float> block)
    {
        block.Clear();
        if (Size == 0) return;
        var mean = MemoryMarshal.Cast<float, Vector128<float>>(block[..WordVectors.Dimensions]);
        var high = MemoryMarshal.Cast<float, Vector128<float>>(block.Slice(WordVectors.Dimensions, WordVectors.Dimensions));
        var low = MemoryMarshal.Cast<float, Vector128<float>>(block[(2 * WordVectors.Dimensions)..]);
        high.Fill(Vector128.Create(float.NegativeInfinity));
        low.Fill(Vector128.Create(float.PositiveInfinity));
        var total = 0f;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Kind == TokenKind.Mark || !vectors.TryFind(tokens[at].Plain, out var bytes, out var scale)) continue;
            var weight = MathF.Max(1, weights[NGrams.WordBucket(tokens[at].Plain)]);
            var fours = MemoryMarshal.Cast<sbyte, int>(bytes);
            for (var four = 0; four < mean.Length; four++)
            {
                var one = Vector128.ConvertToSingle(Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(fours[four]).AsSByte()))) * scale;
                mean[four] = (one * weight) + mean[four];
                high[four] = Vector128.Max(high[four], one);
                low[four] = Vector128.Min(low[four], one);
            }

            total += weight;
        }

        if (total == 0)
        {
            block.Clear();
            return;
        }

        TensorPrimitives.Multiply(block[..WordVectors.Dimensions], MeanFactor / total, block[..WordVectors.Dimensions]);
        TensorPrimitives.Multiply(block, BlockFactor, block);
    }
}
