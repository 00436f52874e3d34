using System.Text;
using System.Text.Json;
using Listening.Collecting;
using Listening.Sources.Html;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>
/// A record's text with its facets (app.bsky.richtext.facet), which say by offsets in UTF-8 where links, mentions and tags stand. Posts without facets exist, so mentions and tags are
/// looked for in the text too.
/// </summary>
/// <param name="Text">Plain; a link that was shortened for show stands in full.</param>
/// <param name="Mentions">Handles, without <c>@</c>.</param>
/// <param name="Tags">Hashtags, without <c>#</c>; those that the author did not put into the text are among them.</param>
/// <param name="Links">Links that stand behind other words.</param>
internal sealed record RichText(string Text, IReadOnlyList<string> Mentions, IReadOnlyList<string> Tags, IReadOnlyList<Attachment> Links)
{
    public static RichText Read(JsonElement record)
    {
        var text = record.Field("text").ValueKind == JsonValueKind.String ? record.Field("text").GetString()! : "";
        var bytes = Encoding.UTF8.GetBytes(text);
        var (whole, at, mentions, tags, links) = (new StringBuilder(text.Length), 0, new List<string>(), new List<string>(), new List<Attachment>());
        foreach (var (from, to, features) in Places(record, bytes))
        {
            if (from < at) continue;
            whole.Append(Encoding.UTF8.GetString(bytes.AsSpan(at, from - at)));
            var shown = Encoding.UTF8.GetString(bytes.AsSpan(from, to - from));
            at = to;
            var link = features.Select(feature => feature.Address("uri")).FirstOrDefault(address => address is not null);
            var shortened = link is not null && IsShortened(shown, link);
            if (link is not null && !shortened) links.Add(new("link", link, shown));
            if (features.Any(feature => Kind(feature) == "mention") && shown.TrimStart('@') is { Length: > 0 } handle) mentions.Add(handle);
            tags.AddRange(features.Select(feature => feature.Text("tag")).OfType<string>());
            whole.Append(shortened ? link : shown);
        }

        whole.Append(Encoding.UTF8.GetString(bytes.AsSpan(at)));
        tags.AddRange(record.List("tags").Select(JsonFields.AsText).OfType<string>());
        tags.AddRange(Hashtags.In(text).Select(tag => tag.Tag));
        return new(
            PlainText.Tidy(whole.ToString()),
            [.. mentions.Concat(Collecting.Mentions.In(text, BlueskyPost.Source).Where(IsHandle)).Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. tags.Distinct(StringComparer.OrdinalIgnoreCase)],
            links);
    }

    // Offsets outside the text or inside a character are somebody's mistake: that facet is left out.
    private static IEnumerable<(int From, int To, List<JsonElement> Features)> Places(JsonElement record, byte[] bytes)
    {
        foreach (var facet in record.List("facets").OrderBy(facet => facet.Field("index").Count("byteStart") ?? 0))
        {
            if (facet.Field("index").Count("byteStart") is not { } from || facet.Field("index").Count("byteEnd") is not { } to) continue;
            if (from >= to || to > bytes.Length || IsInside(bytes, from) || IsInside(bytes, to)) continue;
            yield return ((int)from, (int)to, [.. facet.List("features").Where(JsonFields.IsObject)]);
        }
    }

    private static bool IsInside(byte[] bytes, long at) => at < bytes.Length && (bytes[at] & 0b1100_0000) == 0b1000_0000;

    private static bool IsShortened(string shown, string link)
    {
        var bare = Bare(shown).TrimEnd('.', '…').TrimEnd('/');
        return bare.Length > 0 && Bare(link).StartsWith(bare, StringComparison.OrdinalIgnoreCase);
    }

    private static string Bare(string address)
    {
        var text = address.Trim();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? text : text[(scheme + 3)..];
    }

    private static string? Kind(JsonElement feature) => feature.Text("$type")?.Split('#')[^1];

    private static bool IsHandle(string mention) => mention.Contains('.', StringComparison.Ordinal);
}
