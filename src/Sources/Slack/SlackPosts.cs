using System.Globalization;
using System.Text.Json;
using Listening.Collecting;
using Listening.Sources.Chats;
using Listening.Sources.Json;

namespace Listening.Sources.Slack;

/// <summary>Posts from Slack's messages. A message is known by its channel and its <c>ts</c>, which is text: as a number it loses digits.</summary>
internal sealed class SlackPosts(string source, Func<string, ChatPerson?> find, Func<string, string> channelName)
{
    private static readonly HashSet<string> Said = ["", "thread_broadcast", "file_share", "me_message", "bot_message", "tombstone"];

    /// <summary>Whether somebody said it, and not Slack who came and went.</summary>
    public static bool IsSaid(JsonElement message) => Said.Contains(message.Text("subtype") ?? "");

    /// <summary>Who wrote a message: a person, or a program.</summary>
    public static string? AuthorOf(JsonElement message) => message.Text("user") ?? message.Text("bot_id") ?? message.Text("username");

    /// <summary>A message of a channel; null when it cannot be a post.</summary>
    public Post? Of(JsonElement message, string channel)
    {
        if (message.Text("ts") is not { } ts || Instant(ts) is not { } posted || AuthorOf(message) is not { } author) return null;
        var (person, gone, thread) = (find(author), message.Text("subtype") == "tombstone", message.Text("thread_ts"));
        var written = gone ? "" : SlackText.Of(message);
        return new()
        {
            Identity = new(source, Id(channel, ts)),
            Author = new(author, person?.Handle ?? message.Text("username") ?? author, person?.Name ?? message.Field("bot_profile").Text("name") ?? message.Text("username"), Bot: IsBot(message) || person?.Bot == true),
            Text = new SlackText(user => find(user)?.Handle).Plain(written),
            SourcePostedAt = posted,
            EditedAt = message.Field("edited").Text("ts") is { } edited ? Instant(edited) : null,
            // When it was taken away is not told; its answers are older than that.
            DeletedAt = gone ? Instant(message.Text("latest_reply") ?? ts) ?? posted : null,
            InReplyTo = thread is null || thread == ts ? null : Id(channel, thread),
            Conversation = Id(channel, thread ?? ts),
            Audience = Audience.Internal,
            Channel = channelName(channel),
            Url = $"https://slack.com/archives/{Uri.EscapeDataString(channel)}/p{ts.Replace(".", "", StringComparison.Ordinal)}{(thread is null || thread == ts ? "" : $"?thread_ts={thread}")}",
            Mentions = [.. SlackText.Mentioned(written).Select(user => find(user)?.Handle ?? user).Distinct()],
            Attachments = gone ? [] : [.. message.List("files").Where(file => file.Address("url_private") is not null).Select(file => new Attachment(
                (file.Text("mimetype") ?? "file").Split('/')[0], file.Address("url_private"), file.Text("alt_txt") ?? file.Text("title") ?? file.Text("name")))],
            Counts = new(Likes: message.Field("reactions").ValueKind == JsonValueKind.Array ? message.List("reactions").Sum(reaction => reaction.Count("count") ?? 0) : null, Replies: message.Count("reply_count")),
        };
    }

    /// <summary>A post's id here.</summary>
    public static string Id(string channel, string ts) => $"{channel}/{ts}";

    /// <summary>The instant of a <c>ts</c>, to the millisecond; null when it is none.</summary>
    public static DateTimeOffset? Instant(string ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 4_133_980_800 && IsTs(ts)
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000))
            : null;

    /// <summary>The smallest <c>ts</c> of an instant.</summary>
    public static string Ts(DateTimeOffset instant) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(instant.ToUnixTimeSeconds(), 0):D10}.{instant.Millisecond:D3}000");

    /// <summary>Ten digits, a point and six more: such text compares as the instants do.</summary>
    public static bool IsTs(string text) => text.Length == 17 && text[10] == '.' && text.Where((_, at) => at != 10).All(char.IsAsciiDigit);

    private static bool IsBot(JsonElement message) => message.Text("bot_id") is not null || message.Text("subtype") == "bot_message";
}
