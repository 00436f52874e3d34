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
    private readonly List<Phrase> beginnings = [];

    /// <summary>Phrases as the search language understands them; what separates words does not matter (<c>wi-fi</c> is found in <c>Wi Fi</c>).</summary>
    /// <param name="phrases">Each phrase with what it stands for.</param>
    public PhraseMatcher(IEnumerable<(HasWords Phrase, int Meaning)> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        foreach (var (words, meaning) in phrases)
        {
            var phrase = new Phrase([.. words.Words.SelectMany(Split)], words.Beginning, meaning);
            if (phrase.Words.Length == 0) continue;
            if (phrase is { Words.Length: 1, Beginning: true }) beginnings.Add(phrase);
            else if (byFirstWord.TryGetValue(phrase.Words[0].Letters, out var started)) started.Add(phrase);
            else byFirstWord.Add(phrase.Words[0].Letters, [phrase]);
        }
    }

    /// <summary>Calls <paramref name="found"/> with the meaning of each phrase as often as it stands in <paramref name="text"/>.</summary>
    public void Match(ReadOnlySpan<char> text, Action<int> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (byFirstWord.Count == 0 && beginnings.Count == 0) return;
        var firstWords = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; Next(text, ref at, out var word);)
        {
            if (firstWords.TryGetValue(word, out var started))
                foreach (var phrase in started)
                    if (HasSigns(text, at, word.Length, phrase.Words[0]) && Continues(text, at, phrase))
                        found(phrase.Meaning);
            foreach (var phrase in beginnings)
                if (word.StartsWith(phrase.Words[0].Letters, StringComparison.OrdinalIgnoreCase) && HasLead(text, at - word.Length, phrase.Words[0].Lead))
                    found(phrase.Meaning);
        }
    }

    private static bool Continues(ReadOnlySpan<char> text, int at, Phrase phrase)
    {
        for (var i = 1; i < phrase.Words.Length; i++)
        {
            var wanted = phrase.Words[i];
            // Some sources write the sign as HTML does.
            if (phrase.Words[i - 1].Tail == "&" && text[at..].StartsWith("&amp;", StringComparison.Ordinal)) at += "&amp;".Length;
            if (!Next(text, ref at, out var word)) return false;
            if (phrase.Beginning && i == phrase.Words.Length - 1)
                return word.StartsWith(wanted.Letters, StringComparison.OrdinalIgnoreCase) && HasLead(text, at - word.Length, wanted.Lead);
            if (!word.Equals(wanted.Letters, StringComparison.OrdinalIgnoreCase) || !HasSigns(text, at, word.Length, wanted)) return false;
        }

        return true;
    }

    private static bool HasSigns(ReadOnlySpan<char> text, int end, int length, Word wanted) =>
        HasLead(text, end - length, wanted.Lead) && text[end..].StartsWith(wanted.Tail, StringComparison.Ordinal);

    private static bool HasLead(ReadOnlySpan<char> text, int start, string lead) => text[..start].EndsWith(lead, StringComparison.Ordinal);

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

    private static List<Word> Split(string word)
    {
        var (lead, letters, tail) = SearchWords.Parts(word);
        var words = new List<Word>();
        for (var at = 0; Next(letters, ref at, out var part);) words.Add(new("", part.ToString(), ""));
        if (words.Count == 0) return words;
        words[0] = words[0] with { Lead = lead };
        words[^1] = words[^1] with { Tail = tail };
        return words;
    }

    private readonly record struct Word(string Lead, string Letters, string Tail);

    private sealed record Phrase(Word[] Words, bool Beginning, int Meaning);
}
