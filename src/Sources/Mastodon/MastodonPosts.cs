using System.Text.Json;
using Listening.Collecting;
using Listening.Sources.Html;
using Listening.Sources.Json;

namespace Listening.Sources.Mastodon;

/// <summary>Posts from statuses (docs.joinmastodon.org/entities/Status). A boost is the post that it boosts.</summary>
internal sealed class MastodonPosts(MastodonServer server)
{
    public const string Source = "mastodon";

    private const int HtmlBytes = 256 * 1024;

    /// <summary>The status that a boost wraps; the status itself where it is none.</summary>
    public static JsonElement Inner(JsonElement status) => status.Field("reblog") is { ValueKind: JsonValueKind.Object } inner ? inner : status;

    /// <summary>Whether it may be taken: everybody may read it. What was sent to followers or to us alone is between two people, and is not taken, not even as an internal post.</summary>
    public static bool IsOpen(JsonElement status) => status.Text("visibility") is "public" or "unlisted";

    /// <summary>The quoted status, of whichever shape: within a quote that says its state, bare as forks give it, or its id alone.</summary>
    public static (JsonElement Status, string? Id) Quoted(JsonElement status)
    {
        var quote = status.Field("quote");
        if (quote.Text("uri") is not null) return (quote, quote.Text("id"));
        if (quote.Text("state") is not ("accepted" or "pending")) return default;
        var quoted = quote.Field("quoted_status");
        return (quoted, quoted.Text("id") ?? quote.Text("quoted_status_id"));
    }

    /// <summary>The post of a status that is no boost; null when it lacks what a post must have. Ids of other posts are taken from the server's memory.</summary>
    public Post? Of(JsonElement status)
    {
        var account = status.Field("account");
        if (Identity(status) is not { } uri || Handle(account) is not { } handle || status.Instant("created_at") is not { } posted) return null;
        var text = HtmlReader.Read(status.Text("content") ?? "", server.Address);
        var quoted = Quoted(status);
        return new()
        {
            Identity = new(Source, uri),
            Author = new(account.Text("uri") ?? account.Text("url") ?? handle, handle, account.Text("display_name"), account.Count("followers_count"), account.Flag("bot")) { Avatar = account.Address("avatar_static") ?? account.Address("avatar") },
            Text = PlainText.Tidy(status.Text("spoiler_text") is { } warning ? $"{warning}\n\n{text.Text}" : text.Text),
            Html = status.Text("content") is { } html ? PlainText.Cut(html, HtmlBytes) : null,
            SourcePostedAt = posted,
            EditedAt = status.Instant("edited_at"),
            InReplyTo = status.Text("in_reply_to_id") is { } parent ? Known(parent) : null,
            QuoteOf = Identity(quoted.Status) ?? (quoted.Id is { } id ? Known(id) : null),
            Language = status.Text("language")?.Split('-', '_')[0].ToLowerInvariant() is { Length: 2 } language ? language : null,
            Url = status.Address("url"),
            Mentions = [.. status.List("mentions").Select(Handle).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Tags = [.. status.List("tags").Select(tag => tag.Text("name")).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Attachments = [.. Attachments(status).DistinctBy(attachment => attachment.Url)],
            Counts = new(status.Count("favourites_count"), status.Count("reblogs_count"), status.Count("replies_count")),
        };
    }

    /// <summary>A status' identity; null where it has none.</summary>
    public static string? Identity(JsonElement status) => status.Text("uri") ?? status.Text("url");

    // A parent that nobody may see any more still is one.
    private string Known(string id) => server.Memory.UriOf(id) ?? new Uri(server.Address, $"statuses/{id}").AbsoluteUri;

    private string? Handle(JsonElement account) =>
        account.Text("acct") is not { } handle ? null : handle.Contains('@', StringComparison.Ordinal) ? handle : $"{handle}@{server.Domain}";

    private static IEnumerable<Attachment> Attachments(JsonElement status)
    {
        foreach (var media in status.List("media_attachments"))
        {
            if ((media.Address("url") ?? media.Address("remote_url")) is { } address) yield return new(media.Text("type") ?? "unknown", address, media.Text("description"));
        }

        if (status.Field("card").Address("url") is { } card) yield return new("card", card, status.Field("card").Text("title"));
    }
}
