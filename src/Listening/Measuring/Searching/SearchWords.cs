using System.Globalization;
using System.Text;

namespace Listening.Measuring.Searching;

/// <summary>
/// Cuts what is sought into the words that a search compares: runs of letters, marks and digits, and each symbol (an emoji) by itself. A sign that is part
/// of a name stays with its word and must stand in the text: <c>C++</c>, <c>F#</c>, <c>AT&amp;T</c>, <c>#outage</c>, <c>$ACME</c>. Everything else parts
/// words.
/// </summary>
public static class SearchWords
{
    /// <summary>The words in lower case, each with its signs.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            if (IsWordPart(rune)) word.Append(Rune.ToLowerInvariant(rune));
            else if (word.Length > 0 && TailAt(text, at) is { Length: > 0 } tail)
            {
                word.Append(tail);
                End();
                length = tail.Length;
            }
            else
            {
                End();
                if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol) words.Add(rune.ToString());
                if (IsLead(text[at]) && StartsWord(text, at + 1)) word.Append(text[at]);
            }
            at += length;
        }
        End();
        return words;

        void End()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>Whether the character belongs to a word.</summary>
    public static bool IsWordPart(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>
    /// Whether words of this character's script have borders. Scripts written without spaces (Han, kana, Thai, Lao, Khmer, Burmese) and symbols have none,
    /// so that what is sought may stand anywhere.
    /// </summary>
    public static bool HasBorders(Rune rune) => IsWordPart(rune) && rune.Value is not (
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF)
        or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF));

    /// <summary>A word of <see cref="Of"/> as its signs before, its letters, and its signs after; only a word with letters has signs.</summary>
    public static (string Lead, string Letters, string Tail) Parts(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var lead = word.Length > 1 && IsLead(word[0]) ? 1 : 0;
        var end = word.Length;
        while (end > lead + 1 && word[end - 1] is '+' or '#' or '&') end--;
        return (word[..lead], word[lead..end], word[end..]);
    }

    // Plus and hash where they end a word, the ampersand where it joins two.
    private static string TailAt(string text, int at)
    {
        if (text[at] == '&') return StartsWord(text, at + 1) ? "&" : "";
        var end = at;
        while (end < text.Length && text[end] is '+' or '#') end++;
        return StartsWord(text, end) ? "" : text[at..end];
    }

    private static bool IsLead(char sign) => sign is '#' or '$';

    private static bool StartsWord(string text, int at)
    {
        if (at >= text.Length) return false;
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _);
        return IsWordPart(rune);
    }
}
