using System.Net;
using System.Text.Json;
using Listening.Collecting;

namespace Listening.Sources.Feeds;

/// <summary>Reads JSON Feed 1 and 1.1 (jsonfeed.org/version/1.1) and the App Store's reviews; types that are mixed up are taken as they are meant.</summary>
internal static class JsonFeed
{
    /// <summary>The feed; null when the text is no JSON or none of the two.</summary>
    public static FeedDocument? Read(string text, Uri address)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            if (root.TryGetProperty("feed", out var reviews) && reviews.ValueKind == JsonValueKind.Object) return AppStoreReviews.Read(reviews);
            return root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array ? Feed(root, items, address) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FeedDocument Feed(JsonElement root, JsonElement items, Uri address)
    {
        var entries = items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).ToList();
        return new(WebUtility.HtmlEncode(Text(root, "title") ?? ""), [.. entries.Select(item => Entry(root, item, address))])
        {
            Next = Address(root, "next_url", address),
            Faults = [.. Enumerable.Repeat("an item is no object", items.GetArrayLength() - entries.Count)],
        };
    }

    private static FeedEntry Entry(JsonElement root, JsonElement item, Uri address)
    {
        var author = Author(item) ?? Author(root);
        return new()
        {
            Id = Text(item, "id"),
            Link = Address(item, "url", address) ?? Address(item, "external_url", address),
            Title = WebUtility.HtmlEncode(Text(item, "title") ?? ""),
            Content = Text(item, "content_html") ?? WebUtility.HtmlEncode(Text(item, "content_text") ?? Text(item, "summary") ?? "").Replace("\n", "<br>", StringComparison.Ordinal),
            Home = Address(item, "url", address) ?? address,
            Author = author is { } who ? Text(who, "name") : null,
            AuthorId = author is { } person ? Text(person, "url") : null,
            Posted = FeedDate.Read(Text(item, "date_published") ?? Text(item, "date_modified")),
            Changed = FeedDate.Read(Text(item, "date_modified")),
            Language = Text(item, "language") ?? Text(root, "language"),
            Tags = [.. List(item, "tags").Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!.Trim()).Where(tag => tag.Length > 0).Distinct()],
            Attachments =
            [
                .. List(item, "attachments").Where(file => file.ValueKind == JsonValueKind.Object && Address(file, "url", address) is not null)
                    .Select(file => new Attachment((Text(file, "mime_type") ?? "file").Split('/')[0], Address(file, "url", address)!.AbsoluteUri, Text(file, "title"))),
            ],
        };
    }

    private static JsonElement? Author(JsonElement holder)
    {
        foreach (var author in List(holder, "authors")) return author.ValueKind == JsonValueKind.Object ? author : null;
        return holder.TryGetProperty("author", out var old) && old.ValueKind == JsonValueKind.Object ? old : null;
    }

    private static JsonElement.ArrayEnumerator List(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string? Text(JsonElement holder, string name)
    {
        if (!holder.TryGetProperty(name, out var value)) return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };
        return text.Length > 0 ? text : null;
    }

    private static Uri? Address(JsonElement holder, string name, Uri home) =>
        Text(holder, name) is { } text && Uri.TryCreate(home, text, out var found) && found.Scheme is "http" or "https" ? found : null;
}
