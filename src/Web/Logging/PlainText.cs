using System.Globalization;
using System.Text;

namespace Listening.Web.Logging;

/// <summary>Text from outside as it may stand in a line: nothing in it ends the line, moves the cursor, colours, or turns the direction of reading.</summary>
public static class PlainText
{
    /// <summary>The text with every control and format character, line end and lone half of a pair written as its number: <c>\u001b</c>.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EnumerateRunes().Any(IsUnsafe)) return text;
        var plain = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length;)
        {
            var whole = Rune.TryGetRuneAt(text, at, out var rune);
            if (whole && !IsUnsafe(rune)) plain.Append(rune);
            else if (whole && rune.Value > char.MaxValue) plain.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
            else plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at]:x4}");
            at += whole ? rune.Utf16SequenceLength : 1;
        }

        return plain.ToString();
    }

    // A lone half of a pair is enumerated as U+FFFD, which is then looked at again.
    private static bool IsUnsafe(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
