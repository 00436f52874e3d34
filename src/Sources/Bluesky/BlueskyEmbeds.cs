using System.Text.Json;
using Listening.Collecting;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>What a post carries beside its text: pictures, films, a link's card, another post.</summary>
internal static class BlueskyEmbeds
{
    /// <summary>Attachments of a view's embed, with their addresses.</summary>
    public static IEnumerable<Attachment> Shown(JsonElement embed) => Attached(embed, "fullsize", embed.Text("playlist"));

    /// <summary>Attachments of a record's embed, without addresses: those are the service's to tell.</summary>
    public static IEnumerable<Attachment> Kept(JsonElement embed) => Attached(embed, null, null);

    /// <summary>The post that a record quotes; null where it quotes none. Lists, feeds and starter packs are no posts.</summary>
    public static string? Quoted(JsonElement embed)
    {
        var record = embed.Field("record");
        var id = record.Text("uri") ?? record.Field("record").Text("uri");
        return id is not null && id.StartsWith("at://", StringComparison.Ordinal) && !id.Contains("/app.bsky.feed.post/", StringComparison.Ordinal) ? null : id;
    }

    private static IEnumerable<Attachment> Attached(JsonElement embed, string? address, string? film)
    {
        var media = embed.Field("media");
        if (media.IsObject()) return Attached(media, address, media.Text("playlist"));
        var pictures = embed.List("images").Concat(embed.List("items")).Select(picture => new Attachment("image", address is null ? null : picture.Address(address), picture.Text("alt")));
        var external = embed.Field("external");
        return Kind(embed) switch
        {
            "images" or "gallery" => pictures,
            "video" => [new("video", film, embed.Text("alt"))],
            "external" when external.Address("uri") is { } link => [new("link", link, external.Text("title"))],
            _ => [],
        };
    }

    private static string? Kind(JsonElement embed) =>
        embed.Text("$type") is { } type && type.StartsWith("app.bsky.embed.", StringComparison.Ordinal) ? type["app.bsky.embed.".Length..].Split('#')[0] : null;
}
