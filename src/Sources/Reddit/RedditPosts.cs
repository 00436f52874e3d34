using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Listening.Collecting;
using Listening.Sources.Html;
using Listening.Sources.Json;

namespace Listening.Sources.Reddit;

/// <summary>Posts from things: comments (<c>t1</c>) and submissions (<c>t3</c>), named by their full names. Types are mixed: <c>edited</c> is false or an instant, <c>replies</c> empty or a listing.</summary>
internal static partial class RedditPosts
{
    public const string Source = "reddit";

    private const int HtmlBytes = 256 * 1024;
    private static readonly Uri Home = new("https://www.reddit.com/");

    /// <summary>The things of a listing; none where it is none.</summary>
    public static IEnumerable<JsonElement> Children(JsonElement listing) => listing.Field("data").List("children");

    /// <summary>Whether a thing is a comment or a submission.</summary>
    public static bool IsPost(JsonElement thing) => thing.Text("kind") is "t1" or "t3" && thing.Field("data").IsObject();

    /// <summary>Whether its author or a moderator took it away; who answers it still says so.</summary>
    public static bool IsGone(JsonElement thing)
    {
        var data = thing.Field("data");
        return data.Text("author") is null or "[deleted]" || (data.Text("body") ?? data.Text("selftext")) is "[deleted]" or "[removed]";
    }

    /// <summary>A full name.</summary>
    public static string? Name(JsonElement thing) => thing.Field("data").Text("name") ?? (thing.Field("data").Text("id") is { } id ? $"{thing.Text("kind")}_{id}" : null);

    /// <summary>The post of a thing that is there; null when it lacks what a post must have.</summary>
    public static Post? Of(JsonElement thing)
    {
        var (data, comment) = (thing.Field("data"), thing.Text("kind") == "t1");
        if (Name(thing) is not { } name || data.Text("author") is not { } author || data.Epoch("created_utc") is not { } posted) return null;
        var html = Html(data.Text(comment ? "body_html" : "selftext_html"));
        var text = html is null ? new(PlainText.Tidy(data.Text(comment ? "body" : "selftext") ?? ""), [], []) : HtmlReader.Read(html, Home);
        return new()
        {
            Identity = new(Source, name),
            Author = new(author, author),
            Text = PlainText.Tidy(!comment && data.Text("title") is { } title ? $"{title}\n\n{text.Text}" : text.Text),
            Html = html is null ? null : PlainText.Cut(html, HtmlBytes),
            SourcePostedAt = posted,
            EditedAt = data.Epoch("edited"),
            InReplyTo = comment ? data.Text("parent_id") : null,
            Conversation = comment ? data.Text("link_id") : name,
            Channel = data.Text("subreddit") is { } forum ? $"r/{forum}" : null,
            Url = (data.Text("permalink") ?? data.Text("context")) is { } link && Uri.TryCreate(Home, link, out var address) ? address.AbsoluteUri : null,
            Attachments = !comment && !data.Flag("is_self") && data.Address("url") is { } card ? [new("card", card, null)] : [],
            Counts = new(data.Count("score"), null, data.Count("num_comments")),
        };
    }

    /// <summary>A comment or submission of a feed, under the name that the API has for it.</summary>
    public static Post OfFeed(Post entry)
    {
        var author = entry.Author.Handle.StartsWith("/u/", StringComparison.Ordinal) ? entry.Author.Handle[3..] : entry.Author.Handle;
        return entry with
        {
            Identity = new(Source, FullName().Match(entry.Identity.Id) is { Success: true } name ? name.Value : entry.Identity.Id),
            Author = new(author, author),
            Text = Signature().Replace(entry.Text, "").Trim(),
        };
    }

    /// <summary>The number that an id is: base 36, growing. Null for a full name of another form.</summary>
    public static ulong? Number(string name)
    {
        if (!FullName().IsMatch(name)) return null;
        var number = 0UL;
        foreach (var digit in name.AsSpan(3)) number = (number * 36) + (ulong)(char.IsAsciiDigit(digit) ? digit - '0' : digit - 'a' + 10);
        return number;
    }

    // Without `raw_json` the mark-up itself is escaped.
    private static string? Html(string? text) => text is null ? null : text.StartsWith("&lt;", StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;

    [GeneratedRegex("^t[13]_[0-9a-z]{1,12}$")]
    private static partial Regex FullName();

    // Feeds end each entry with who submitted it and two links.
    [GeneratedRegex(@"\s*submitted by\s+/u/\S+(\s+to\s+r/\S+)?(\s*\[link\])?(\s*\[comments\])?\s*$")]
    private static partial Regex Signature();
}
