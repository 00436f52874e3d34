using System.Globalization;
using System.Net;
using System.Text.Json;
using Listening.Collecting;
using Listening.Sources.Html;
using Listening.Sources.Json;

namespace Listening.Sources.X;

/// <summary>Posts from those of X's API v2. An edited one has a new id each time; the first of them is the post's own.</summary>
internal static class XPosts
{
    public const string Source = "x";

    // docs.x.com: ids have the milliseconds since this instant above their lowest 22 bits.
    private const long FirstMillisecond = 1288834974657;

    /// <summary>The authors that came with an answer, by id.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Users(JsonElement root) =>
        root.Field("includes").List("users").Where(user => user.Text("id") is not null).DistinctBy(user => user.Text("id")).ToDictionary(user => user.Text("id")!);

    /// <summary>The post; null when it cannot be one.</summary>
    public static Post? Of(JsonElement tweet, IReadOnlyDictionary<string, JsonElement> users)
    {
        if (tweet.Text("id") is not { } id || !IsId(id) || tweet.Text("author_id") is not { } author) return null;
        var first = tweet.List("edit_history_tweet_ids").Select(entry => entry.AsText()).FirstOrDefault(entry => entry is not null && IsId(entry)) ?? id;
        if ((tweet.Instant("created_at") ?? Instant(id)) is not { } written) return null;
        var user = users.GetValueOrDefault(author);
        var name = user.Text("username");
        var (entities, counts) = (tweet.Field("note_tweet").Field("entities") is { ValueKind: JsonValueKind.Object } longer ? longer : tweet.Field("entities"), tweet.Field("public_metrics"));
        return new()
        {
            Identity = new(Source, first),
            Author = new(author, name ?? author, user.Text("name"), user.Field("public_metrics").Count("followers_count"), BrandAccount: user.Text("verified_type") == "business") { Avatar = user.Address("profile_image_url") },
            Text = PlainText.Tidy(WebUtility.HtmlDecode(Expanded(tweet.Field("note_tweet").Text("text") ?? tweet.Text("text") ?? "", entities))),
            SourcePostedAt = first == id ? written : Instant(first) ?? written,
            EditedAt = first == id ? null : written,
            InReplyTo = Referenced(tweet, "replied_to"),
            QuoteOf = Referenced(tweet, "quoted"),
            RepostOf = Referenced(tweet, "retweeted"),
            Conversation = tweet.Text("conversation_id"),
            Language = tweet.Text("lang") is { Length: 2 } language ? language : null,
            Url = $"https://x.com/{name ?? "i"}/status/{id}",
            Mentions = entities.List("mentions").Any() ? Names(entities, "mentions", "username") : Mentions.In(tweet.Text("text") ?? "", Source),
            Tags = Names(entities, "hashtags", "tag"),
            Counts = new(counts.Count("like_count"), counts.Count("retweet_count"), counts.Count("reply_count"), counts.Count("impression_count")),
        };
    }

    /// <summary>Whether it is an id: digits alone.</summary>
    public static bool IsId(string text) => text.Length is > 0 and < 21 && text.All(char.IsAsciiDigit);

    private static DateTimeOffset? Instant(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >> 22 > 0 ? DateTimeOffset.FromUnixTimeMilliseconds((number >> 22) + FirstMillisecond) : null;

    private static string? Referenced(JsonElement tweet, string type) => tweet.List("referenced_tweets").Where(reference => reference.Text("type") == type).Select(reference => reference.Text("id")).FirstOrDefault();

    private static IReadOnlyList<string> Names(JsonElement entities, string list, string field) => [.. entities.List(list).Select(entry => entry.Text(field)).OfType<string>().Distinct()];

    private static string Expanded(string text, JsonElement entities)
    {
        foreach (var link in entities.List("urls"))
        {
            if (link.Text("url") is { } shortened && link.Address("expanded_url") is { } full) text = text.Replace(shortened, full, StringComparison.Ordinal);
        }

        return text;
    }
}
