using System.Xml;
using System.Xml.Linq;

namespace Listening.Sources.Feeds;

/// <summary>
/// Parses the XML of a feed. No document type is read and nothing is resolved, so that entities can neither explode nor open files. What is not well-formed is
/// mended as far as it goes; behind the place where even that ends, the rest is left out.
/// </summary>
internal static class FeedXml
{
    private const int MostCharacters = 16 * 1024 * 1024;
    private const int MostDepth = 256;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
    };

    /// <summary>The root and what was left out; null when there is not even a root.</summary>
    public static (XElement Root, string? Fault)? Parse(string text)
    {
        var (root, fault) = Read(text);
        if (fault is null) return (root!, null);
        var (mended, still) = Read(XmlMending.Mend(text));
        // Whatever shows more of it.
        return (mended ?? root) is { } found ? (mended is null || (still is not null && Count(root) > Count(mended)) ? root! : found, still) : null;
    }

    private static int Count(XElement? root) => root?.DescendantsAndSelf().Count() ?? 0;

    private static (XElement? Root, string? Fault) Read(string text)
    {
        XElement? root = null;
        var open = new Stack<XElement>();
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        if (open.Count >= MostDepth) throw new XmlException($"It is nested deeper than {MostDepth} elements");
                        var element = Element(reader);
                        if (open.TryPeek(out var parent)) parent.Add(element);
                        else root = element;
                        if (!reader.IsEmptyElement) open.Push(element);
                        break;
                    case XmlNodeType.EndElement: open.Pop(); break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                        if (open.TryPeek(out var holder)) holder.Add(new XText(reader.Value));
                        break;
                    default: break;
                }
            }

            return (root, null);
        }
        catch (XmlException fault)
        {
            // The item that was open is not whole.
            if (open.LastOrDefault(element => element.Name.LocalName is "item" or "entry") is { } unfinished && unfinished.Parent is not null) unfinished.Remove();
            return (root, fault.Message);
        }
    }

    private static XElement Element(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/") element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
        }

        reader.MoveToElement();
        return element;
    }
}
