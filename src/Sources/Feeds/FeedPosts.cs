using System.Security.Cryptography;
using System.Text;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Sources.Html;

namespace Listening.Sources.Feeds;

/// <summary>The posts of a feed. Each has the feed's own id; where there is none, its link, and where there is none either, a hash of what it says.</summary>
internal sealed class FeedPosts
{
    private const int HtmlBytes = 256 * 1024;

    public FeedPosts(string source, FeedDocument feed, DateTimeOffset now)
    {
        var (items, rejected, texts) = (new List<PageItem>(), new List<string>(feed.Faults), new Dictionary<string, string>(StringComparer.Ordinal));
        var title = HtmlReader.Read(feed.Title).Text;
        foreach (var entry in feed.Entries)
        {
            var post = Post(source, title, entry, now);
            if (texts.TryAdd(post.Identity.Id, post.Text)) items.Add(new(post));
            else if (texts[post.Identity.Id] != post.Text) rejected.Add($"the id {PlainText.Cut(post.Identity.Id, 100)} stands on two items; the first one is taken");
        }

        (Items, Rejected) = (items, rejected);
    }

    public IReadOnlyList<PageItem> Items { get; }

    public IReadOnlyList<string> Rejected { get; }

    private static Post Post(string source, string feed, FeedEntry entry, DateTimeOffset now)
    {
        var (title, content) = (HtmlReader.Read(entry.Title, entry.Home), HtmlReader.Read(entry.Content, entry.Home));
        var name = Short(entry.Author ?? (feed.Length > 0 ? feed.ReplaceLineEndings(" ") : entry.Link?.Host ?? source));
        var id = Short(entry.AuthorId ?? name);
        var posted = entry.Posted ?? now;
        return new()
        {
            Identity = new(source, Id(entry, title.Text, content.Text)),
            Author = new(id, name, name),
            Text = PlainText.Cut(Text(title.Text, content.Text), PostLimits.TextBytes),
            Html = entry.Content.Length > 0 ? PlainText.Cut(entry.Content, HtmlBytes) : null,
            SourcePostedAt = posted,
            EditedAt = entry.Changed is { } changed && changed > posted ? changed : null,
            InReplyTo = entry.InReplyTo is { Length: > 0 } parent ? Short(parent) : null,
            Language = entry.Language?.Split('-', '_')[0].Trim().ToLowerInvariant() is { Length: 2 } language ? language : null,
            Url = entry.Link?.AbsoluteUri,
            Tags = [.. entry.Tags.Concat(content.Tags).Distinct()],
            Attachments = [.. entry.Attachments.Concat(content.Attachments).DistinctBy(attachment => attachment.Url)],
            Counts = new(Replies: entry.Replies),
        };
    }

    // Many feeds repeat the beginning of the text as its title.
    private static string Text(string title, string content) =>
        title.Length == 0 || content.StartsWith(title.TrimEnd('…', '.'), StringComparison.Ordinal) ? content : content.Length == 0 ? title : $"{title}\n\n{content}";

    private static string Id(FeedEntry entry, string title, string content)
    {
        var id = entry.Id ?? entry.Link?.AbsoluteUri;
        return id is not null && id.Length > 0 ? Short(id) : Hash($"{title}\0{content}\0{entry.Posted:O}");
    }

    private static string Short(string text)
    {
        var trimmed = text.Trim();
        return Encoding.UTF8.GetByteCount(trimmed) <= PostLimits.IdBytes ? trimmed : Hash(trimmed);
    }

    private static string Hash(string text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}";
}
