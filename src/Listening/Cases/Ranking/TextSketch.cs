using System.Globalization;
using System.Text;
using Listening.Measuring.Searching;

namespace Listening.Cases.Ranking;

/// <summary>
/// What of a short text is compared to find near-duplicates: its pairs of neighbouring words, without names, links and numbers, and their MinHash in bands.
/// Two texts of resemblance r share a band with the probability 1 − (1 − r²)^16: 0.99 at 0.5, 0.78 at 0.3; whether they are alike is decided by the pairs.
/// Sources: Broder, On the resemblance and containment of documents (1997); Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4 (bands).
/// </summary>
public sealed class TextSketch
{
    private const int Bands = 16;
    private const int RowsInBand = 2;
    private const int FewestWords = 3;
    private readonly HashSet<ulong> pairs;

    private TextSketch(HashSet<ulong> pairs, ulong[] bands) => (this.pairs, Keys) = (pairs, bands);

    /// <summary>One key a band; texts that share one may be alike.</summary>
    public IReadOnlyList<ulong> Keys { get; }

    /// <summary>The sketch of a text; null when it has too few words to be told from others.</summary>
    public static TextSketch? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word[0] != '@' && !word.Contains("://", StringComparison.Ordinal))
            .SelectMany(SearchWords.Of).Where(word => !word.Any(char.IsDigit)).ToList();
        if (words.Count < FewestWords) return null;
        var pairs = words.Zip(words.Skip(1)).Select(pair => Hash(pair.First, pair.Second)).ToHashSet();
        return new(pairs, [.. Enumerable.Range(0, Bands).Select(band => Key(band, pairs))]);
    }

    /// <summary>Jaccard's resemblance of both texts' pairs of words, 0..1.</summary>
    public double Resemblance(TextSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var both = pairs.Count(other.pairs.Contains);
        return both / (double)(pairs.Count + other.pairs.Count - both);
    }

    private static ulong Key(int band, HashSet<ulong> pairs)
    {
        var key = (ulong)band;
        for (var row = 0; row < RowsInBand; row++)
        {
            var seed = Mixed((ulong)((band * RowsInBand) + row + 1));
            key = Mixed(key ^ pairs.Min(pair => Mixed(pair ^ seed)));
        }

        return key;
    }

    // FNV-1a over UTF-8: the same in every process, which string.GetHashCode is not.
    private static ulong Hash(string first, string second)
    {
        var hash = 14695981039346656037;
        foreach (var letter in Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{first} {second}"))) hash = (hash ^ letter) * 1099511628211;
        return hash;
    }

    // The finisher of SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
