using System.Globalization;
using System.Text;

namespace Listening.Measuring.Searching;

/// <summary>Cuts text into the words that a search compares: runs of letters, marks and digits, and each symbol (an emoji) by itself.</summary>
public static class SearchWords
{
    /// <summary>The words in lower case.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsWordPart(rune)) word.Append(Rune.ToLowerInvariant(rune));
            else
            {
                End();
                if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol) words.Add(rune.ToString());
            }
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
}
