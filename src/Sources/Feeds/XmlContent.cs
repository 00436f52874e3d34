using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Listening.Sources.Feeds;

/// <summary>The HTML inside an element, however its feed wraps it: escaped, in CDATA, as XHTML, as plain text, in base64.</summary>
internal static class XmlContent
{
    /// <summary>HTML; empty when there is none.</summary>
    public static string Html(XElement? element)
    {
        if (element is null) return "";
        if (element.HasElements) return string.Concat(element.Nodes().Select(node => node is XText text ? WebUtility.HtmlEncode(text.Value) : node is XElement inner ? Markup(inner) : ""));
        var type = (string?)element.Attribute("type");
        var value = (string?)element.Attribute("mode") == "base64" || IsBinary(type) ? Decoded(element.Value) : element.Value;
        // Atom's default is plain text; RSS never says, and means HTML.
        var plain = type is "text" or "text/plain" || (type is null && element.Name.NamespaceName == "http://www.w3.org/2005/Atom");
        return plain && (string?)element.Attribute("mode") != "escaped" ? WebUtility.HtmlEncode(value) : value;
    }

    private static string Markup(XElement element)
    {
        var bare = new XElement(element);
        foreach (var inner in bare.DescendantsAndSelf())
        {
            inner.Name = inner.Name.LocalName;
            inner.ReplaceAttributes(inner.Attributes().Where(attribute => attribute.Name.NamespaceName.Length == 0).Select(attribute => new XAttribute(attribute.Name.LocalName, attribute.Value)));
        }

        return bare.ToString(SaveOptions.DisableFormatting);
    }

    private static bool IsBinary(string? type) => type is not null && type.Contains('/', StringComparison.Ordinal)
        && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase) && !type.EndsWith("/xml", StringComparison.OrdinalIgnoreCase);

    private static string Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : text;
    }
}
