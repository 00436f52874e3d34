using System.Text.Json;

namespace Listening.Collecting;

/// <summary>Writes the wire form of a post, fields in one order, absent ones left out.</summary>
internal static class PostJsonWriter
{
    private static readonly JsonEncodedText Source = JsonEncodedText.Encode("source"), Id = JsonEncodedText.Encode("id"),
        AuthorName = JsonEncodedText.Encode("author"), Handle = JsonEncodedText.Encode("handle"), Name = JsonEncodedText.Encode("name"),
        Text = JsonEncodedText.Encode("text");

    public static void Write(Utf8JsonWriter json, Post post)
    {
        json.WriteStartObject();
        json.WriteString(Source, post.Identity.Source);
        json.WriteString(Id, post.Identity.Id);
        Write(json, post.Author);
        json.WriteString(Text, post.Text);
        Optional(json, "html"u8, post.Html);
        Optional(json, "postedAt"u8, post.SourcePostedAt);
        Optional(json, "editedAt"u8, post.EditedAt);
        Optional(json, "deletedAt"u8, post.DeletedAt);
        Optional(json, "inReplyTo"u8, post.InReplyTo);
        Optional(json, "quoteOf"u8, post.QuoteOf);
        Optional(json, "repostOf"u8, post.RepostOf);
        Optional(json, "conversation"u8, post.Conversation);
        if (post.Audience == Audience.Internal) json.WriteString("audience"u8, "internal"u8);
        Optional(json, "channel"u8, post.Channel);
        Optional(json, "lang"u8, post.Language);
        Optional(json, "url"u8, post.Url);
        // Absent mentions are read from the text, so none at all is said.
        if (post.Mentions.Count > 0 || post.Text.Contains('@', StringComparison.Ordinal)) Names(json, "mentions"u8, post.Mentions);
        if (post.Tags.Count > 0) Names(json, "tags"u8, post.Tags);
        Write(json, post.Attachments);
        Write(json, post.Counts);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Author author)
    {
        json.WriteStartObject(AuthorName);
        json.WriteString(Id, author.Id);
        json.WriteString(Handle, author.Handle);
        if (author.Name is not null) json.WriteString(Name, author.Name);
        Optional(json, "avatar"u8, author.Avatar);
        Optional(json, "followers"u8, author.Followers);
        if (author.Bot) json.WriteBoolean("bot"u8, true);
        if (author.BrandAccount) json.WriteBoolean("brand"u8, true);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Attachment> attachments)
    {
        if (attachments.Count == 0) return;
        json.WriteStartArray("attachments"u8);
        foreach (var attachment in attachments)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, attachment.Kind);
            Optional(json, "url"u8, attachment.Url);
            Optional(json, "alt"u8, attachment.Alt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PostCounts counts)
    {
        if (counts is { Likes: null, Reposts: null, Replies: null, Views: null }) return;
        json.WriteStartObject("counts"u8);
        Optional(json, "likes"u8, counts.Likes);
        Optional(json, "reposts"u8, counts.Reposts);
        Optional(json, "replies"u8, counts.Replies);
        Optional(json, "views"u8, counts.Views);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void Optional(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
    }

    private static void Optional(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is not { } instant) return;
        Span<byte> utf8 = stackalloc byte[WireInstant.Length];
        WireInstant.Write(instant, utf8);
        json.WriteString(name, utf8);
    }

    private static void Names(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
