using System.Text.Json;
using Listening.Collecting;
using Listening.Sources.Chats;
using Listening.Sources.Json;

namespace Listening.Sources.Mattermost;

/// <summary>Posts from Mattermost's own (API v4): instants are milliseconds since 1970, and zero means never.</summary>
internal sealed class MattermostPosts(string source, Uri server, Func<string, ChatPerson?> find, Func<string, string> channelName)
{
    /// <summary>Whether it is somebody's post, and not the server's own word on who came and went.</summary>
    public static bool IsSaid(JsonElement post) => post.Text("type")?.StartsWith("system_", StringComparison.Ordinal) != true;

    /// <summary>The post; null when it cannot be one.</summary>
    public Post? Of(JsonElement post)
    {
        if (post.Text("id") is not { } id || post.Text("user_id") is not { } user || Instant(post, "create_at") is not { } created) return null;
        var (person, props, root) = (find(user), post.Field("props"), post.Text("root_id"));
        var deleted = Instant(post, "delete_at");
        var text = deleted is null ? Markdown.Plain(post.Text("message") ?? "") : "";
        var name = props.Text("override_username") ?? person?.Name;
        return new()
        {
            Identity = new(source, id),
            Author = new(user, person?.Handle ?? user, name, Bot: person?.Bot == true || IsTrue(props, "from_bot") || IsTrue(props, "from_webhook")),
            Text = text,
            SourcePostedAt = created,
            EditedAt = Instant(post, "edit_at"),
            DeletedAt = deleted,
            InReplyTo = root,
            Conversation = root ?? id,
            Audience = Audience.Internal,
            Channel = post.Text("channel_id") is { } channel ? channelName(channel) : null,
            Url = new Uri(server, $"_redirect/pl/{Uri.EscapeDataString(id)}").AbsoluteUri,
            Mentions = Mentions.In(text, source),
            Tags = deleted is null ? [.. (post.Text("hashtags") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.TrimStart('#')).Where(tag => tag.Length > 0).Distinct()] : [],
            Attachments = deleted is null ? [.. post.Field("metadata").List("files").Select(File).OfType<Attachment>()] : [],
            Counts = new(Likes: Reactions(post.Field("metadata")), Replies: root is null ? post.Count("reply_count") : null),
        };
    }

    /// <summary>An instant; null when it is zero or none.</summary>
    public static DateTimeOffset? Instant(JsonElement holder, string name) =>
        holder.Count(name) is { } milliseconds and > 0 and < 4_133_980_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    private Attachment? File(JsonElement file) => file.Text("id") is { } id
        ? new((file.Text("mime_type") ?? "file").Split('/')[0], new Uri(server, $"api/v4/files/{Uri.EscapeDataString(id)}").AbsoluteUri, file.Text("name"))
        : null;

    // Older servers and integrations write these flags as text.
    private static bool IsTrue(JsonElement props, string name) => props.Flag(name) || string.Equals(props.Text(name), "true", StringComparison.OrdinalIgnoreCase);

    private static long? Reactions(JsonElement metadata) => metadata.Field("reactions").ValueKind == JsonValueKind.Array ? metadata.List("reactions").LongCount() : null;
}
