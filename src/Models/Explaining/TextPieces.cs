using Listening.Classifying;
using Listening.Models.Features;
using Listening.Models.Learning;

namespace Listening.Models.Explaining;

/// <summary>The features of one text, each under the piece of the text that it was made from.</summary>
internal sealed class TextPieces
{
    private const string Feeling = "(words of feeling)";
    private const string Written = "(how it is written)";
    private readonly List<(string Piece, int Bucket, float Value)> buckets = [];
    private readonly List<(string Piece, int Dense, float Value)> dense = [];

    /// <summary>Of the text that the reader read last.</summary>
    public TextPieces(FeatureReader reader, Featurizer featurizer)
    {
        var pieces = new PieceNames(reader.Post);
        for (var at = 0; at < reader.Buckets.Length; at++) buckets.Add((pieces[reader.Buckets[at]], reader.Buckets[at], reader.Values[at]));
        for (var at = 0; at < LexiconBlock.Size; at++) Add(IsFeeling(at) ? Feeling : Written, at, reader.Dense[at]);
        if (reader.Dense.Length > LexiconBlock.Size)
            foreach (var (piece, place, value) in new VectorPieces(reader.Post, featurizer).Of(reader.Dense[LexiconBlock.Size..]))
                Add(piece, LexiconBlock.Size + place, value);
    }

    /// <summary>What each piece adds to the score of a label, and what the model adds whatever the text.</summary>
    public (IReadOnlyList<MovingPiece> Pieces, double Inclination) Weigh(LinearModel model, int label)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (piece, bucket, value) in buckets)
            if (Array.BinarySearch(model.Buckets, bucket) is >= 0 and var place)
                Count(piece, value * Centred(model.Labels, label, at => model.Values[(place * model.Labels) + at] * model.Scales[at]));
        foreach (var (piece, number, value) in dense)
            Count(piece, value * Centred(model.Labels, label, at => model.Dense[(number * model.Labels) + at]));
        return ([.. weights.Where(weight => weight.Value != 0).Select(weight => new MovingPiece(weight.Key, weight.Value))], Centred(model.Labels, label, at => model.Bias[at]));

        void Count(string piece, double weight) => weights[piece] = weights.GetValueOrDefault(piece) + weight;
    }

    // Sums of the lexicons, the feeling of the last third, signs with one, and that there is none.
    private static bool IsFeeling(int number) => number is < 24 or 32 or 33 or 36 or 37 or 42 or 44;

    private static double Centred(int labels, int label, Func<int, float> weight)
    {
        var mean = 0d;
        for (var at = 0; at < labels; at++) mean += weight(at);
        return weight(label) - (mean / labels);
    }

    private void Add(string piece, int place, float value)
    {
        if (value != 0) dense.Add((piece, place, value));
    }
}
