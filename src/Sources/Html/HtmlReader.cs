using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Listening.Collecting;

namespace Listening.Sources.Html;

/// <summary>Turns the HTML of a post into plain text with links, tags and attachments. It runs no script, loads nothing and never throws at what it is given.</summary>
public static class HtmlReader
{
    // Far more than a post can keep; what is longer is no post.
    private const int MostCharacters = 512 * 1024;

    private static readonly HashSet<string> Paragraphs = new(
        ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "table", "dl", "hr", "figure"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Lines = new(
        ["div", "li", "tr", "dt", "dd", "section", "article", "header", "footer", "aside", "figcaption"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Unread = new(
        ["script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math", "textarea", "select"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads HTML; relative addresses are taken from <paramref name="home"/>, and left out without one.</summary>
    public static HtmlText Read(string html, Uri? home = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (html.Length > MostCharacters) html = html[..MostCharacters];
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return new(PlainText.Tidy(html), [], []);
        using var document = new HtmlParser().ParseDocument(html);
        var found = new Found(home);
        for (INode? node = document.Body; node is not null; node = Next(node, document.Body!, found)) Enter(node, found);
        return new(PlainText.Tidy(found.Text.ToString()), found.Links, found.Attachments) { Tags = found.Tags };
    }

    private static void Enter(INode node, Found found)
    {
        if (node is IText text)
        {
            found.Text.Append(InPre(node) ? text.Data : Collapsed(text.Data, found.Text));
            return;
        }

        if (node is not IElement element) return;
        Break(element, found.Text);
        switch (element.LocalName)
        {
            case "br": found.Text.Append('\n'); break;
            case "a": found.Link(element); break;
            case "img": found.Attach("image", element.GetAttribute("src"), element.GetAttribute("alt")); break;
            case "video": found.Attach("video", element.GetAttribute("src"), null); break;
            case "audio": found.Attach("audio", element.GetAttribute("src"), null); break;
            default: break;
        }
    }

    // By hand and not by recursion: a post may nest a hundred thousand elements.
    private static INode? Next(INode node, INode root, Found found)
    {
        if (node.FirstChild is { } child && !(node is IElement element && Unread.Contains(element.LocalName))) return child;
        for (var left = node; ; left = left.Parent!)
        {
            if (left is IElement closed) Break(closed, found.Text);
            if (left == root) return null;
            if (left.NextSibling is { } sibling) return sibling;
        }
    }

    private static void Break(IElement element, StringBuilder text)
    {
        if (text.Length == 0) return;
        if (Paragraphs.Contains(element.LocalName)) text.Append("\n\n");
        else if (Lines.Contains(element.LocalName) && text[^1] != '\n') text.Append('\n');
    }

    private static bool InPre(INode node) => node.Parent is IElement { LocalName: "pre" } || node.Parent?.Parent is IElement { LocalName: "pre" };

    private static string Collapsed(string data, StringBuilder before)
    {
        var text = new StringBuilder(data.Length);
        var blank = before.Length == 0 || char.IsWhiteSpace(before[^1]);
        foreach (var character in data)
        {
            var space = character is ' ' or '\t' or '\n' or '\r' or '\f';
            if (!space) text.Append(character);
            else if (!blank) text.Append(' ');
            blank = space;
        }

        return text.ToString();
    }

    private sealed class Found(Uri? home)
    {
        public StringBuilder Text { get; } = new();

        public List<string> Links { get; } = [];

        public List<string> Tags { get; } = [];

        public List<Attachment> Attachments { get; } = [];

        public void Link(IElement link)
        {
            if (Absolute(link.GetAttribute("href")) is { } address && !Links.Contains(address)) Links.Add(address);
            var isTag = (link.GetAttribute("rel")?.Split(' ').Contains("tag") ?? false) || link.ClassList.Contains("hashtag");
            if (isTag && link.TextContent.Trim().TrimStart('#') is { Length: > 0 } tag && !Tags.Contains(tag)) Tags.Add(tag);
        }

        public void Attach(string kind, string? source, string? alt)
        {
            if (Absolute(source) is { } address) Attachments.Add(new(kind, address, string.IsNullOrWhiteSpace(alt) ? null : alt.Trim()));
        }

        private string? Absolute(string? text) =>
            text is not null && (Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) || (home is not null && Uri.TryCreate(home, text.Trim(), out address)))
            && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
    }
}
