using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Listening.Sources.X;

/// <summary>How long X takes a text to be (twitter-text, configuration version 3): most letters count one, others and whole emoji two, each link 23.</summary>
internal static partial class XLength
{
    /// <summary>How much a post may have.</summary>
    public const int Most = 280;

    private const int OfLink = 23;

    /// <summary>Its length.</summary>
    public static int Of(string text)
    {
        var without = Link().Replace(text.Normalize(), "");
        var length = Link().Count(text) * OfLink;
        var characters = StringInfo.GetTextElementEnumerator(without);
        while (characters.MoveNext()) length += OfCharacter((string)characters.Current);
        return length;
    }

    /// <summary>Whether there is a link in it, which makes a post dearer.</summary>
    public static bool HasLink(string text) => Link().IsMatch(text);

    // An emoji of many signs counts as one; letters with marks of their own count each.
    private static int OfCharacter(string character)
    {
        var runes = character.EnumerateRunes().ToList();
        return runes.TrueForAll(IsLight) ? runes.Count : runes.Exists(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol) ? 2 : runes.Sum(rune => IsLight(rune) ? 1 : 2);
    }

    private static bool IsLight(Rune rune) => rune.Value is <= 0x10FF or (>= 0x2000 and <= 0x200D) or (>= 0x2010 and <= 0x201F) or (>= 0x2032 and <= 0x2037);

    [GeneratedRegex("""https?://[^\s]+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|app|example|co|uk|de|eu|info)\b(?:/[^\s]*)?""", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
