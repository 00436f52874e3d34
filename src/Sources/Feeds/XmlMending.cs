using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Listening.Sources.Feeds;

/// <summary>
/// Mends what feeds get wrong most: text before the declaration, a document type, HTML's names for characters, an ampersand that stands alone, control characters and
/// prefixes nobody declared.
/// </summary>
internal static partial class XmlMending
{
    private const int MostPrefixes = 64;

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["dc"] = "http://purl.org/dc/elements/1.1/", ["content"] = "http://purl.org/rss/1.0/modules/content/", ["thr"] = "http://purl.org/syndication/thread/1.0",
        ["slash"] = "http://purl.org/rss/1.0/modules/slash/", ["media"] = "http://search.yahoo.com/mrss/", ["atom"] = "http://www.w3.org/2005/Atom",
        ["itunes"] = "http://www.itunes.com/dtds/podcast-1.0.dtd",
    };

    public static string Mend(string text)
    {
        var start = text.IndexOf('<', StringComparison.Ordinal);
        if (start < 0) return text;
        text = DocumentType().Replace(Declaration().Replace(text[start..], "", 1), "", 1);
        text = References().Replace(text, Reference);
        text = string.Concat(text.Where((character, at) => XmlConvert.IsXmlChar(character) || IsPair(text, at)));
        return Declared(text);
    }

    private static bool IsPair(string text, int at) =>
        (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) || (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]));

    private static string Reference(Match match)
    {
        if (match.Groups["literal"].Success) return match.Value;
        if (match.Groups["name"].Value is not { Length: > 0 } name) return "&amp;";
        if (name is "amp" or "lt" or "gt" or "quot" or "apos") return match.Value;
        var decoded = WebUtility.HtmlDecode(match.Value);
        // Not a name of HTML's, or a number of no character.
        return decoded == match.Value ? "&amp;" + match.Value[1..] : WebUtility.HtmlEncode(decoded).Replace("&#39;", "'", StringComparison.Ordinal);
    }

    private static string Declared(string text)
    {
        var missing = Prefixes().Matches(text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)
            .Where(prefix => prefix is not ("xml" or "xmlns") && !text.Contains($"xmlns:{prefix}", StringComparison.Ordinal)).Take(MostPrefixes).ToList();
        if (missing.Count == 0 || Root().Match(text) is not { Success: true } root) return text;
        var names = new StringBuilder();
        foreach (var prefix in missing) names.Append(null, $" xmlns:{prefix}=\"{Known.GetValueOrDefault(prefix) ?? $"undeclared:{prefix}"}\"");
        return text.Insert(root.Index + root.Length, names.ToString());
    }

    [GeneratedRegex("""<\?xml\s[^>]*\?>""")]
    private static partial Regex Declaration();

    // With an internal subset or without.
    [GeneratedRegex("""<!DOCTYPE[^\[>]*(\[[^\]]*(\]|\z)\s*)?(>|\z)""", RegexOptions.IgnoreCase)]
    private static partial Regex DocumentType();

    [GeneratedRegex("""(?<literal><!\[CDATA\[.*?(?:\]\]>|\z)|<!--.*?(?:-->|\z))|&(?<name>[A-Za-z][A-Za-z0-9]{0,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});|&""", RegexOptions.Singleline)]
    private static partial Regex References();

    [GeneratedRegex("""[<\s/]([A-Za-z_][\w.-]*):[A-Za-z_]""")]
    private static partial Regex Prefixes();

    [GeneratedRegex("""<[A-Za-z_][\w.:-]*""")]
    private static partial Regex Root();
}
