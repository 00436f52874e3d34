using System.Globalization;
using System.Net;
using System.Text;

namespace Listening.Models.Text;

/// <summary>Takes away what only the way of transport put into a text.</summary>
public static class CleanText
{
    /// <summary>Characters that are read; what follows changes no label. The longest post may hold eight times as much.</summary>
    public const int MostCharacters = 8192;

    /// <summary>The text with HTML entities and literal <c>\uXXXX</c> decoded, without signs of no width, cut to <see cref="MostCharacters"/>.</summary>
    public static string Of(string text)
    {
        if (text.Length > MostCharacters) text = text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        if (text.Contains("\\u", StringComparison.Ordinal)) text = Unescape(text);
        return text.AsSpan().IndexOfAnyExceptInRange('\0', '\u00AC') < 0 ? text : WithoutWidthless(text);
    }

    private static string Unescape(string text)
    {
        var built = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 5 < text.Length && text[at + 1] == 'u'
                && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                built.Append((char)unit);
                at += 5;
            }
            else
            {
                built.Append(text[at]);
            }
        }

        return built.ToString();
    }

    // Soft hyphens, joiners, marks of direction, variation selectors: they hide a word from a table and are seen by nobody.
    private static bool IsWidthless(char letter) => letter is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
        or (>= '\u2060' and <= '\u2069') or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF';

    private static string WithoutWidthless(string text)
    {
        var first = -1;
        for (var at = 0; at < text.Length && first < 0; at++)
            if (IsWidthless(text[at])) first = at;
        if (first < 0) return text;
        var built = new StringBuilder(text.Length).Append(text, 0, first);
        for (var at = first; at < text.Length; at++)
            if (!IsWidthless(text[at])) built.Append(text[at]);
        return built.ToString();
    }
}
