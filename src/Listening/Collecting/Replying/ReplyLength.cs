using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Listening.Collecting.Replying;

/// <summary>Counts a text as a network does.</summary>
internal static partial class ReplyLength
{
    private const int Address = 23;

    public static int Of(string text, ReplyUnit unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        return unit switch
        {
            ReplyUnit.Graphemes => Graphemes(text),
            ReplyUnit.ShortLinks => Graphemes(Handle().Replace(WithoutAddresses(text, out var addresses), "$1")) + (Address * addresses),
            ReplyUnit.Weighted => Weight(WithoutAddresses(text.Normalize(), out var addresses)) + (Address * addresses),
            _ => text.EnumerateRunes().Count(),
        };
    }

    private static int Graphemes(string text) => new StringInfo(text).LengthInTextElements;

    private static string WithoutAddresses(string text, out int addresses)
    {
        var found = 0;
        var rest = WebAddress().Replace(text, match =>
        {
            found++;
            // What closes a sentence behind an address is none of it.
            return match.Value[match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '"', '\'').Length..];
        });
        addresses = found;
        return rest;
    }

    private static int Weight(string text)
    {
        var weight = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            var runes = text.Substring(at, length).EnumerateRunes().ToList();
            weight += runes.Exists(IsEmoji) ? 2 : runes.Sum(rune => IsLight(rune.Value) ? 1 : 2);
            at += length;
        }

        return weight;
    }

    private static bool IsEmoji(Rune rune) => rune.Value is >= 0x1F000 and < 0x20000 or 0xFE0F or 0x20E3;

    private static bool IsLight(int rune) => rune is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247);

    [GeneratedRegex(@"(?<![\p{L}\p{N}_@/])https?://[^\s<>""]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_/])(@[A-Za-z0-9_]+)@[A-Za-z0-9.-]+[A-Za-z0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();
}
