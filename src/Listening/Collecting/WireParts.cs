using System.Text.Json;

namespace Listening.Collecting;

/// <summary>Reads the smaller objects inside a post's wire form.</summary>
internal static class WireParts
{
    /// <summary>Public or internal; absent is public.</summary>
    public static Audience Audience(ref Utf8JsonReader json) => WireValue.Text(ref json, "audience") switch
    {
        null or "public" => Collecting.Audience.Public,
        "internal" => Collecting.Audience.Internal,
        var other => throw new PostFormatException($"`audience` is neither public nor internal: {PostFormatException.Shown(other)}"),
    };

    /// <summary>The author; the id stands in for an absent handle and the handle for an absent id.</summary>
    public static Author? Author(ref Utf8JsonReader json)
    {
        if (WireValue.Absent(ref json, "author", JsonTokenType.StartObject, "an object")) return null;
        string? id = null, handle = null, name = null, avatar = null;
        long? followers = null;
        bool bot = false, brand = false;
        while (NextName(ref json))
        {
            if (Takes(ref json, "id"u8)) id = WireValue.Text(ref json, "author.id");
            else if (Takes(ref json, "handle"u8)) handle = WireValue.Name(ref json, "author.handle", '@');
            else if (Takes(ref json, "name"u8)) name = WireValue.Text(ref json, "author.name");
            else if (Takes(ref json, "avatar"u8)) avatar = WireValue.Text(ref json, "author.avatar");
            else if (Takes(ref json, "followers"u8)) followers = WireValue.Whole(ref json, "author.followers");
            else if (Takes(ref json, "bot"u8)) bot = WireValue.Flag(ref json, "author.bot");
            else if (Takes(ref json, "brand"u8)) brand = WireValue.Flag(ref json, "author.brand");
            else json.Skip();
        }

        var either = NotEmpty(id) ?? NotEmpty(handle) ?? throw new PostFormatException("`author.id` and `author.handle` are missing");
        return new(NotEmpty(id) ?? either, NotEmpty(handle) ?? either, name, followers, bot, brand) { Avatar = NotEmpty(avatar) };
    }

    /// <summary>What the source counted; absent counts are unknown.</summary>
    public static PostCounts? Counts(ref Utf8JsonReader json)
    {
        if (WireValue.Absent(ref json, "counts", JsonTokenType.StartObject, "an object")) return null;
        long? likes = null, reposts = null, replies = null, views = null;
        while (NextName(ref json))
        {
            if (Takes(ref json, "likes"u8)) likes = WireValue.Whole(ref json, "counts.likes");
            else if (Takes(ref json, "reposts"u8)) reposts = WireValue.Whole(ref json, "counts.reposts");
            else if (Takes(ref json, "replies"u8)) replies = WireValue.Whole(ref json, "counts.replies");
            else if (Takes(ref json, "views"u8)) views = WireValue.Whole(ref json, "counts.views");
            else json.Skip();
        }

        return new(likes, reposts, replies, views);
    }

    /// <summary>Pictures, films, cards; each has a kind.</summary>
    public static IReadOnlyList<Attachment> Attachments(ref Utf8JsonReader json)
    {
        if (WireValue.Absent(ref json, "attachments", JsonTokenType.StartArray, "an array")) return [];
        List<Attachment>? attachments = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (!WireValue.Absent(ref json, "attachments[]", JsonTokenType.StartObject, "an object")) (attachments ??= []).Add(Attachment(ref json));
        }

        return attachments is null ? [] : attachments;
    }

    private static Attachment Attachment(ref Utf8JsonReader json)
    {
        string? kind = null, url = null, alt = null;
        while (NextName(ref json))
        {
            if (Takes(ref json, "kind"u8)) kind = WireValue.Text(ref json, "attachments[].kind");
            else if (Takes(ref json, "url"u8)) url = WireValue.Text(ref json, "attachments[].url");
            else if (Takes(ref json, "alt"u8)) alt = WireValue.Text(ref json, "attachments[].alt");
            else json.Skip();
        }

        return new(kind ?? throw new PostFormatException("`attachments[].kind` is missing"), url, alt);
    }

    private static bool NextName(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Steps onto the value when the property the reader stands on has this name.</summary>
    private static bool Takes(ref Utf8JsonReader json, ReadOnlySpan<byte> name) => json.ValueTextEquals(name) && json.Read();

    private static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
