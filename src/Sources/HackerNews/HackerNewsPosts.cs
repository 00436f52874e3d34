using System.Globalization;
using System.Net;
using System.Text.Json;
using Listening.Collecting;
using Listening.Sources.Html;
using Listening.Sources.Json;

namespace Listening.Sources.HackerNews;

/// <summary>Posts from the three shapes in which Hacker News tells an item: a hit of the search, an item of its own API, and a branch of the search's tree of comments.</summary>
internal static class HackerNewsPosts
{
    public const string Source = "hackernews";

    private static readonly Uri Home = new("https://news.ycombinator.com/");

    /// <summary>A hit of the search; null when it cannot be a post.</summary>
    public static Post? OfHit(JsonElement hit) => Post(
        hit.Text("objectID"), hit.Text("author"), hit.Epoch("created_at_i"), hit.Field("comment_text").AsText() is null ? hit.Text("title") : null,
        hit.Text("comment_text") ?? hit.Text("story_text"), hit.Address("url"), hit.Text("parent_id"), hit.Text("story_id"), new(hit.Count("points"), null, hit.Count("num_comments")));

    /// <summary>An item of the item API that is there, of whatever type; null when it cannot be a post.</summary>
    public static Post? OfItem(JsonElement item) => Post(
        item.Text("id"), item.Text("by"), item.Epoch("time"), item.Text("title"), item.Text("text"), item.Address("url"), item.Text("parent"), null,
        new(item.Count("score"), null, item.Count("descendants")));

    /// <summary>An item of the search's tree, without those below it; null when it cannot be a post, as with one that was taken away.</summary>
    public static Post? OfBranch(JsonElement branch) => Post(
        branch.Text("id"), branch.Text("author"), branch.Epoch("created_at_i"), branch.Text("title"), branch.Text("text"), branch.Address("url"), branch.Text("parent_id"),
        branch.Text("story_id"), new(branch.Count("points")));

    private static Post? Post(string? id, string? author, DateTimeOffset? posted, string? title, string? html, string? link, string? parent, string? story, PostCounts counts)
    {
        if (id is null || author is null || posted is not { } at || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return null;
        var text = HtmlReader.Read(html ?? "", Home);
        return new()
        {
            Identity = new(Source, id),
            Author = new(author, author),
            // Titles come with names of HTML in one of the shapes, and without in another.
            Text = PlainText.Tidy(title is null ? text.Text : $"{WebUtility.HtmlDecode(title)}\n\n{text.Text}"),
            Html = html,
            SourcePostedAt = at,
            InReplyTo = parent == id ? null : parent,
            Conversation = story,
            Url = new Uri(Home, $"item?id={id}").AbsoluteUri,
            Attachments = link is null ? [] : [new("card", link, null)],
            Counts = counts,
        };
    }
}
