using System.Globalization;

namespace Listening.Models.Text;

/// <summary>How long words, numbers and names are.</summary>
internal static class Shapes
{
    /// <summary>Characters up to the next white space.</summary>
    public static int Run(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && !char.IsWhiteSpace(text[length])) length++;
        return length;
    }

    /// <summary>Letters, digits and underscores.</summary>
    public static int Name(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] == '_' || IsJoined(text[length]))) length++;
        return length;
    }

    /// <summary>Letters with apostrophes between them; 0 where no word begins.</summary>
    public static int Word(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length)
        {
            if (char.IsLetter(text[length]) || (length > 0 && IsJoined(text[length]))) length++;
            else if (length > 0 && text[length] is '\'' or '\u2019' && length > 0 && length + 1 < text.Length && char.IsLetter(text[length + 1])) length++;
            else break;
        }

        return length;
    }

    /// <summary>Digits with one of <c>. , : /</c> between them and perhaps <c>%</c> after.</summary>
    public static int Number(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length)
        {
            if (char.IsDigit(text[length])) length++;
            else if (text[length] is '.' or ',' or ':' or '/' && length + 1 < text.Length && char.IsDigit(text[length + 1])) length++;
            else break;
        }

        return length < text.Length && text[length] == '%' ? length + 1 : length;
    }

    /// <summary>Cuts three and more repeats to two, in place; answers the new length.</summary>
    public static int CutRepeats(Span<char> word)
    {
        var length = 0;
        foreach (var letter in word)
        {
            if (length >= 2 && word[length - 1] == letter && word[length - 2] == letter) continue;
            word[length++] = letter;
        }

        return length;
    }

    /// <summary>No letter is small and one is a capital.</summary>
    public static bool IsShouted(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var letter in word)
        {
            if (char.IsLower(letter)) return false;
            if (char.IsUpper(letter)) capitals++;
        }

        return capitals > 1;
    }

    // Vowel signs and accents belong to the letter before them.
    private static bool IsJoined(char letter) => letter > '\u02FF' && char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
