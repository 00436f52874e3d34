using System.Net;
using System.Text.Json;

namespace Listening.Sources.Feeds;

/// <summary>
/// Reads the App Store's feed of customer reviews (<c>itunes.apple.com/…/customerreviews/…/json</c>): every value is <c>{"label": …}</c>, a single entry is no list, and
/// an older feed puts the app itself first. The stars become a tag.
/// </summary>
internal static class AppStoreReviews
{
    public static FeedDocument Read(JsonElement feed) => new("", [.. Entries(feed).Where(entry => Label(entry, "im:rating") is not null).Select(Entry)]);

    private static IEnumerable<JsonElement> Entries(JsonElement feed)
    {
        if (!feed.TryGetProperty("entry", out var entries)) return [];
        return entries.ValueKind == JsonValueKind.Array ? entries.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object) : entries.ValueKind == JsonValueKind.Object ? [entries] : [];
    }

    private static FeedEntry Entry(JsonElement entry)
    {
        var author = entry.TryGetProperty("author", out var who) ? who : default;
        var address = author.ValueKind == JsonValueKind.Object ? Label(author, "uri") : null;
        return new()
        {
            Id = Label(entry, "id"),
            Title = WebUtility.HtmlEncode(Label(entry, "title") ?? ""),
            Content = WebUtility.HtmlEncode(Label(entry, "content") ?? "").Replace("\n", "<br>", StringComparison.Ordinal),
            Author = author.ValueKind == JsonValueKind.Object ? Label(author, "name") : null,
            AuthorId = address,
            Posted = FeedDate.Read(Label(entry, "updated")),
            Link = entry.TryGetProperty("link", out var link) && link.ValueKind == JsonValueKind.Object && link.TryGetProperty("attributes", out var attributes)
                && attributes.TryGetProperty("href", out var href) && Uri.TryCreate(href.ToString(), UriKind.Absolute, out var found) && found.Scheme is "http" or "https" ? found : null,
            Tags = [$"{Label(entry, "im:rating")} of 5 stars"],
        };
    }

    private static string? Label(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object && value.TryGetProperty("label", out var label)
            && label.ToString().Trim() is { Length: > 0 } text ? text : null;
}
