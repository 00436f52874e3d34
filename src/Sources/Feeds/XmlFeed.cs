using System.Globalization;
using System.Xml.Linq;
using Listening.Collecting;

namespace Listening.Sources.Feeds;

/// <summary>Reads RSS of every version, Atom 0.3 and 1.0, by the names of elements; namespaces are too often wrong to be asked.</summary>
internal sealed class XmlFeed
{
    private static readonly XNamespace Xml = XNamespace.Xml;
    private static readonly string[] Bodies = ["encoded", "content", "body", "description", "summary", "abstract", "fullitem"];

    private readonly Uri address;

    private XmlFeed(Uri address) => this.address = address;

    /// <summary>The feed below a root; null when the root is none of a feed's.</summary>
    public static FeedDocument? Read(XElement root, Uri address, string? fault)
    {
        var name = root.Name.LocalName.ToLowerInvariant();
        if (name is not ("rss" or "rdf" or "feed" or "channel" or "entry")) return null;
        var feed = new XmlFeed(address);
        var channel = name is "rss" or "rdf" ? Child(root, "channel") ?? root : root;
        var items = name == "entry" ? [root] : root.Descendants().Where(IsItem).Where(item => !item.Ancestors().Any(IsItem)).ToList();
        return new(XmlContent.Html(Child(channel, "title")), [.. items.Select(item => feed.Entry(item, channel))])
        {
            Next = channel.Elements().Where(element => Is(element, "link") && (string?)element.Attribute("rel") == "next").Select(link => feed.Absolute(link, (string?)link.Attribute("href"))).FirstOrDefault(),
            Faults = fault is null ? [] : [$"the feed is not well-formed: {fault}"],
        };
    }

    private static bool IsItem(XElement element) => element.Name.LocalName is "item" or "entry";

    private FeedEntry Entry(XElement item, XElement channel)
    {
        var author = Child(item, "author") ?? Child(item, "creator") ?? Child(channel, "author") ?? Child(channel, "creator");
        var body = Bodies.Select(name => Child(item, name)).FirstOrDefault(element => element is not null && !string.IsNullOrWhiteSpace(XmlContent.Html(element)));
        return new()
        {
            Id = Id(item),
            Link = Link(item),
            Title = XmlContent.Html(Child(item, "title") ?? item.Elements().FirstOrDefault(element => Is(element, "title"))),
            Content = XmlContent.Html(body),
            Home = Base(body ?? item),
            Author = Author(author),
            AuthorId = author is not null && (Child(author, "uri") ?? Child(author, "url")) is { } page ? Absolute(page, page.Value)?.AbsoluteUri ?? Text(page) : null,
            Posted = FeedDate.Read(Text(Child(item, "published") ?? Child(item, "pubDate") ?? Child(item, "issued") ?? Child(item, "date") ?? Child(item, "created")
                ?? Child(item, "updated") ?? Child(item, "modified"))),
            Changed = FeedDate.Read(Text(Child(item, "updated") ?? Child(item, "modified"))),
            Language = Language(body ?? item) ?? Text(Child(item, "language")) ?? Text(Child(channel, "language")),
            InReplyTo = (string?)Child(item, "in-reply-to")?.Attribute("ref"),
            Replies = Count(Child(item, "comments", "slash")) ?? Count(Child(item, "total")),
            Tags = [.. item.Elements().Where(element => Is(element, "category")).Select(element => (string?)element.Attribute("term") ?? element.Value).Select(tag => tag.Trim()).Where(tag => tag.Length > 0).Distinct()],
            Attachments = [.. item.Descendants().Select(Attached).OfType<Attachment>().DistinctBy(attachment => attachment.Url)],
        };
    }

    private static string? Id(XElement item) => Text(Child(item, "id")) ?? Text(Child(item, "guid"))
        ?? item.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "about")?.Value.Trim();

    private Uri? Link(XElement item)
    {
        var links = item.Elements().Where(element => Is(element, "link")).ToList();
        var chosen = links.FirstOrDefault(link => (string?)link.Attribute("rel") is null or "alternate");
        if (chosen is not null && Absolute(chosen, (string?)chosen.Attribute("href") ?? chosen.Value) is { } found) return found;
        return Child(item, "guid") is { } guid && (string?)guid.Attribute("isPermaLink") is null or "true" ? Absolute(guid, guid.Value, relative: false) : null;
    }

    private static string? Author(XElement? author)
    {
        if (author is null) return null;
        var name = Text(Child(author, "name")) ?? (author.HasElements ? null : Text(author)) ?? Text(Child(author, "email"));
        // RSS: "ana@example.com (Ana)", or the other way round.
        if (name is not [.., ')'] || name.IndexOf('(', StringComparison.Ordinal) is not (> 0 and var open)) return name;
        return (name[(open + 1)..^1].Contains('@', StringComparison.Ordinal) ? name[..open] : name[(open + 1)..^1]).Trim();
    }

    private Attachment? Attached(XElement element)
    {
        var isLink = Is(element, "link") && (string?)element.Attribute("rel") == "enclosure";
        if (!isLink && !Is(element, "enclosure") && !(IsMedia(element) && element.Name.LocalName is "content" or "thumbnail")) return null;
        if (Absolute(element, (string?)element.Attribute("url") ?? (string?)element.Attribute("href")) is not { } found) return null;
        var kind = (string?)element.Attribute("medium") ?? ((string?)element.Attribute("type"))?.Split('/')[0] ?? (element.Name.LocalName == "thumbnail" ? "image" : "file");
        return new(kind.Trim().ToLowerInvariant(), found.AbsoluteUri, null);
    }

    private static bool IsMedia(XElement element) => element.Name.NamespaceName.Contains("/mrss", StringComparison.Ordinal) || element.Name.NamespaceName == "undeclared:media";

    private Uri Base(XElement element) => element.AncestorsAndSelf().Select(holder => (string?)holder.Attribute(Xml + "base")).OfType<string>().Reverse()
        .Aggregate(address, (home, part) => Uri.TryCreate(home, part, out var further) ? further : home);

    private Uri? Absolute(XElement holder, string? text, bool relative = true)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var known = relative ? Uri.TryCreate(Base(holder), text.Trim(), out var found) : Uri.TryCreate(text.Trim(), UriKind.Absolute, out found);
        return known && found!.Scheme is "http" or "https" ? found : null;
    }

    private static string? Language(XElement element) => element.AncestorsAndSelf().Select(holder => (string?)holder.Attribute(Xml + "lang")).FirstOrDefault(language => language is not null);

    private static long? Count(XElement? element) => long.TryParse(element?.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    // An extension may use a name of the format's own: what is in the item's namespace goes first.
    private static XElement? Child(XElement parent, string name, string? space = null)
    {
        var named = parent.Elements().Where(element => Is(element, name) && !IsMedia(element) && (space is null || element.Name.NamespaceName.Contains(space, StringComparison.Ordinal)));
        return named.OrderBy(element => element.Name.Namespace == parent.Name.Namespace ? 0 : 1).FirstOrDefault();
    }

    private static bool Is(XElement element, string name) => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string? Text(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;
}
