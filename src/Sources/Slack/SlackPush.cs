using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pushing;
using Listening.Sources.Chats;
using Listening.Sources.Json;

namespace Listening.Sources.Slack;

/// <summary>
/// Reads Slack's events (docs.slack.dev/apis/events-api): messages, edits and deletions in the channels that are read. An event that Slack sends again changes
/// nothing, because a post is known by its channel and <c>ts</c>.
/// </summary>
internal sealed class SlackPush(string? secret, SlackPosts posts, IReadOnlyList<ChatChannel> channels)
{
    private static readonly PushedPosts Nothing = new([], []);

    public PushAnswer Read(PushedRequest request)
    {
        if (secret is null || !SignedBody.IsRight(secret, "v0", request.Header("X-Slack-Request-Timestamp"), request.Body.Span, request.Header("X-Slack-Signature"), request.Now)) return new PushRefused();
        if (JsonAnswer.Parse(request.Body) is not { } root) return new PushedPosts([], ["what Slack sent is no JSON"]);
        return root.Text("type") == "url_verification" ? new PushChallenge(root.Text("challenge") ?? "") : Event(root.Field("event"));
    }

    /// <summary>The posts of one event; none for events that are none.</summary>
    public PushedPosts Event(JsonElement happened)
    {
        if (happened.Text("type") is not ("message" or "app_mention") || happened.Text("channel") is not { } channel || channels.All(known => known.Id != channel)) return Nothing;
        var subtype = happened.Text("subtype");
        if (subtype == "message_deleted") return Taken(Deleted(happened, channel), happened);
        var message = subtype is "message_changed" or "message_replied" ? happened.Field("message") : happened;
        return SlackPosts.IsSaid(message) ? Taken(posts.Of(message, channel), happened) : Nothing;
    }

    private Post? Deleted(JsonElement happened, string channel)
    {
        var before = happened.Field("previous_message");
        if (posts.Of(before, channel) is not { } post || SlackPosts.Instant(happened.Text("event_ts") ?? happened.Text("ts") ?? "") is not { } at) return null;
        return post with { Text = "", Mentions = [], Attachments = [], DeletedAt = at };
    }

    private static PushedPosts Taken(Post? post, JsonElement happened) => post is not null
        ? new([post], [])
        : new([], [$"an event without author or instant: {PostFormatException.Shown(happened.Text("event_ts") ?? "?")}"]);
}
