using System.Globalization;
using System.Text;
using Listening.Measuring.Searching;

namespace Listening.Brands;

/// <summary>
/// Finds which of many phrases stand in a text, on word borders and without case, in one pass over its words. In scripts that are written without
/// spaces each character is a word, and so is an emoji: there a phrase may stand anywhere.
/// </summary>
public sealed class PhraseMatcher
{
    private readonly Dictionary<string, List<Phrase>> byFirstWord = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Phrases of letters, digits and emoji; what separates words does not matter (<c>wi-fi</c> is found in <c>Wi Fi</c>).</summary>
    /// <param name="phrases">Each phrase with what it stands for.</param>
    public PhraseMatcher(IEnumerable<(string Phrase, int Meaning)> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        foreach (var (text, meaning) in phrases)
        {
            var words = Split(text);
            if (words.Count == 0) continue;
            if (!byFirstWord.TryGetValue(words[0], out var started)) byFirstWord.Add(words[0], started = []);
            started.Add(new Phrase([.. words.Skip(1)], meaning));
        }
    }

    /// <summary>Calls <paramref name="found"/> with the meaning of each phrase as often as it stands in <paramref name="text"/>.</summary>
    public void Match(ReadOnlySpan<char> text, Action<int> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (byFirstWord.Count == 0) return;
        var firstWords = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; Next(text, ref at, out var word);)
            if (firstWords.TryGetValue(word, out var started))
                foreach (var phrase in started)
                    if (Continues(text[at..], phrase.Rest))
                        found(phrase.Meaning);
    }

    private static bool Continues(ReadOnlySpan<char> text, string[] rest)
    {
        var at = 0;
        foreach (var wanted in rest)
            if (!Next(text, ref at, out var word) || !word.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    private static bool Next(ReadOnlySpan<char> text, ref int at, out ReadOnlySpan<char> word)
    {
        while (at < text.Length)
        {
            var start = at;
            if (!StartsWord(text, ref at, out var alone)) continue;
            while (!alone && Continues(text, ref at)) { }
            word = text[start..at];
            return true;
        }
        word = default;
        return false;
    }

    // Steps over one character, which begins a word or stands between words.
    private static bool StartsWord(ReadOnlySpan<char> text, ref int at, out bool alone)
    {
        alone = false;
        if (char.IsAscii(text[at])) return char.IsAsciiLetterOrDigit(text[at++]);
        Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
        at += length;
        var category = Rune.GetUnicodeCategory(rune);
        alone = category == UnicodeCategory.OtherSymbol || !SearchWords.HasBorders(rune);
        return category == UnicodeCategory.OtherSymbol || (SearchWords.IsWordPart(rune) && (!IsMark(category) || !SearchWords.HasBorders(rune)));
    }

    // Steps over one character if the word goes on with it. A mark (an accent written by itself) goes on and never begins.
    private static bool Continues(ReadOnlySpan<char> text, ref int at)
    {
        if (at >= text.Length) return false;
        if (char.IsAscii(text[at]))
        {
            if (!char.IsAsciiLetterOrDigit(text[at])) return false;
            at++;
            return true;
        }
        Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
        if (!SearchWords.HasBorders(rune)) return false;
        at += length;
        return true;
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        for (var at = 0; Next(text, ref at, out var word);) words.Add(word.ToString());
        return words;
    }

    private sealed record Phrase(string[] Rest, int Meaning);
}
