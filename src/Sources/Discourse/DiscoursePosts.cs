using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Listening.Collecting;
using Listening.Sources.Html;
using Listening.Sources.Json;

namespace Listening.Sources.Discourse;

/// <summary>
/// Posts of one forum. A post is named by its topic and its number there (<c>8-4</c>): so the feed names it too, and so an answer names what it answers.
/// </summary>
internal sealed partial class DiscoursePosts(string source, Uri forum)
{
    private const int Regular = 1;
    private const int Like = 2;
    private const int HtmlBytes = 256 * 1024;

    /// <summary>A post of the API; null when it lacks what a post must have, or is no post of a person that everybody here sees.</summary>
    public Post? Of(JsonElement post, string? title = null)
    {
        if (post.Count("topic_id") is not { } topic || post.Count("post_number") is not { } number || post.Text("username") is not { } name || post.Instant("created_at") is not { } posted) return null;
        if (!IsShown(post)) return null;
        var html = post.Text("cooked") ?? "";
        var text = HtmlReader.Read(html, forum);
        var heading = number == 1 ? title ?? post.Text("topic_title") : null;
        return new()
        {
            Identity = new(source, Id(topic, number)),
            Author = new(name, name, post.Text("name")),
            Text = PlainText.Tidy(heading is null ? text.Text : $"{heading}\n\n{text.Text}"),
            Html = html.Length > 0 ? PlainText.Cut(html, HtmlBytes) : null,
            SourcePostedAt = posted,
            EditedAt = post.Count("version") > 1 ? post.Instant("updated_at") : null,
            DeletedAt = post.Instant("deleted_at") ?? (post.Flag("user_deleted") ? post.Instant("updated_at") : null),
            // Who answers the topic answers its first post.
            InReplyTo = number == 1 ? null : Id(topic, post.Count("reply_to_post_number") ?? 1),
            Conversation = topic.ToString(CultureInfo.InvariantCulture),
            Url = new Uri(forum, $"t/{topic}/{number}").AbsoluteUri,
            Attachments = text.Attachments,
            Counts = new(post.Count("like_count") ?? Likes(post), null, post.Count("reply_count"), post.Count("reads")),
        };
    }

    /// <summary>A post of the forum's feed under the name that the API has for it.</summary>
    public Post OfFeed(Post entry)
    {
        var guid = Guid().Match(entry.Identity.Id);
        var creator = Creator().Match(entry.Author.Name ?? "");
        return entry with
        {
            Identity = guid.Success ? new(source, $"{guid.Groups[1].Value}-{guid.Groups[2].Value}") : entry.Identity,
            Conversation = guid.Success ? guid.Groups[1].Value : null,
            Author = creator.Success ? new(creator.Groups[1].Value, creator.Groups[1].Value, creator.Groups[2].Value is { Length: > 0 } name ? name : null) : entry.Author,
        };
    }

    /// <summary>Topic and number of a post's name; null when it is none.</summary>
    public static (long Topic, long Number)? Read(string id) =>
        id.Split('-') is [var topic, var number] && long.TryParse(topic, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var second) ? (first, second) : null;

    public static string Id(long topic, long number) => string.Create(CultureInfo.InvariantCulture, $"{topic}-{number}");

    /// <summary>Not what moderators did, whispered or hid.</summary>
    public static bool IsShown(JsonElement post) => !post.Flag("hidden") && (post.Count("post_type") ?? Regular) == Regular;

    private static long? Likes(JsonElement post) =>
        post.Field("actions_summary").ValueKind != JsonValueKind.Array ? null : post.List("actions_summary").FirstOrDefault(action => action.Count("id") == Like).Count("count") ?? 0;

    [GeneratedRegex("""-post-(\d+)-(\d+)$""")]
    private static partial Regex Guid();

    [GeneratedRegex("""^@(\S+)\s*(.*)$""")]
    private static partial Regex Creator();
}
