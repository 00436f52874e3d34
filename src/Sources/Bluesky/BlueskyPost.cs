using System.Text.Json;
using Listening.Collecting;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>Makes posts of views (app.bsky.feed.defs#postView) and of the records behind them (app.bsky.feed.post).</summary>
internal sealed class BlueskyPost(SeenVersions versions)
{
    /// <summary>What posts of this source are kept under; their ids (at-uris) are the same wherever they are read.</summary>
    public const string Source = "bluesky";

    /// <summary>The post of a view. Throws <see cref="PostFormatException"/> where it is none.</summary>
    public Post Of(JsonElement view)
    {
        var id = view.Text("uri") ?? throw new PostFormatException("a post without `uri`");
        var record = view.Field("record");
        if (!record.IsObject()) throw new PostFormatException($"`record` of {PostFormatException.Shown(id)} is no object");
        var post = Of(id, Author(view.Field("author"), id), record, view.Instant("indexedAt"));
        return post with
        {
            EditedAt = view.Text("cid") is { } cid ? versions.EditOf(id, cid) : null,
            Attachments = [.. post.Attachments.Where(attachment => attachment.Kind == "link").Concat(BlueskyEmbeds.Shown(view.Field("embed"))).Distinct()],
            Counts = new(view.Count("likeCount"), view.Count("repostCount"), view.Count("replyCount")),
        };
    }

    /// <summary>The post of a record, whose pictures have no address yet. Throws <see cref="PostFormatException"/>.</summary>
    public static Post Of(string id, Author author, JsonElement record, DateTimeOffset? indexed)
    {
        var text = RichText.Read(record);
        return new()
        {
            Identity = new(Source, id),
            Author = author,
            Text = text.Text,
            SourcePostedAt = Posted(record.Instant("createdAt"), indexed) ?? throw new PostFormatException($"{PostFormatException.Shown(id)} has no instant that can be meant"),
            InReplyTo = record.Field("reply").Field("parent").Text("uri"),
            Conversation = record.Field("reply").Field("root").Text("uri"),
            QuoteOf = BlueskyEmbeds.Quoted(record.Field("embed")),
            Language = record.List("langs").Select(JsonFields.AsText).FirstOrDefault()?.Split('-')[0].ToLowerInvariant() is { Length: 2 } language ? language : null,
            Url = Url(id),
            Mentions = text.Mentions,
            Tags = text.Tags,
            Attachments = [.. text.Links, .. BlueskyEmbeds.Kept(record.Field("embed"))],
        };
    }

    /// <summary>A repost: somebody's word that another's post is worth reading. Throws <see cref="PostFormatException"/>.</summary>
    public Post Repost(JsonElement view, JsonElement reason)
    {
        var post = Of(view);
        var by = Author(reason.Field("by"), post.Identity.Id);
        var id = reason.Text("uri") ?? $"{post.Identity.Id}#reposted-by-{by.Id}";
        return post with
        {
            Identity = new(Source, id),
            Author = by,
            SourcePostedAt = Posted(reason.Instant("indexedAt"), null) ?? throw new PostFormatException($"{PostFormatException.Shown(id)} has no instant"),
            RepostOf = post.Identity.Id,
            EditedAt = null,
            InReplyTo = null,
            Conversation = null,
            Counts = new(),
        };
    }

    /// <summary>Who wrote it. Throws <see cref="PostFormatException"/> where nobody is named.</summary>
    public static Author Author(JsonElement author, string id)
    {
        var did = author.Text("did") ?? throw new PostFormatException($"`author` of {PostFormatException.Shown(id)} has no id");
        // A handle that does not lead back to its account is told as handle.invalid, which is many people's.
        return new(did, author.Text("handle") is { } handle && handle != "handle.invalid" ? handle : did, author.Text("displayName")) { Avatar = author.Address("avatar") };
    }

    // The author may write any instant; one that no post can have is taken for a slip, and not for a reason to lose the post.
    private static DateTimeOffset? Posted(DateTimeOffset? created, DateTimeOffset? indexed) =>
        (created >= PostLimits.Earliest && created < PostLimits.Latest ? created : indexed) is { } posted
            ? DateTimeOffset.FromUnixTimeMilliseconds(posted.ToUnixTimeMilliseconds())
            : null;

    private static string? Url(string id) => id.Split('/') is ["at:", "", var did, "app.bsky.feed.post", var key] ? $"https://bsky.app/profile/{did}/post/{key}" : null;
}
