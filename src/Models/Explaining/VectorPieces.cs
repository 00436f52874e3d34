using Listening.Models.Features;
using Listening.Models.Text;

namespace Listening.Models.Explaining;

/// <summary>Which word each number of the vector block comes from: a share of the mean from every word, the highest and the lowest from the word that has them.</summary>
internal sealed class VectorPieces(PostReader post, Featurizer featurizer)
{
    /// <summary>The numbers of the block, word by word; together they are the block.</summary>
    public IEnumerable<(string Piece, int Place, float Value)> Of(ReadOnlySpan<float> block)
    {
        const int size = WordVectors.Dimensions;
        var words = new List<(string Name, float Weight, float[] Vector)>();
        foreach (var token in post.Tokens)
        {
            var vector = new float[size];
            if (token.Kind == TokenKind.Mark || !featurizer.Vectors.TryWrite(token.Plain, vector)) continue;
            words.Add((PieceNames.Name(post, token with { Negated = false }), MathF.Max(1, featurizer.Weights[NGrams.WordBucket(token.Plain)]), vector));
        }

        var parts = new List<(string, int, float)>();
        for (var at = 0; at < size && words.Count > 0; at++)
        {
            var sum = words.Sum(word => word.Weight * word.Vector[at]);
            if (sum != 0)
                foreach (var word in words) parts.Add((word.Name, at, block[at] * (word.Weight * word.Vector[at] / sum)));
            parts.Add((words.MaxBy(word => word.Vector[at]).Name, size + at, block[size + at]));
            parts.Add((words.MinBy(word => word.Vector[at]).Name, (2 * size) + at, block[(2 * size) + at]));
        }

        return parts;
    }
}
