using System.Text.Json;

namespace Listening.Collecting;

/// <summary>Collects the fields of one post from its wire form; the last of several equal names wins, unknown names are skipped.</summary>
internal ref struct PostJsonReader
{
    [ThreadStatic]
    private static string? lastSource;

    [ThreadStatic]
    private static string? lastLanguage;

    // "conversation" with every letter written as \u0000.
    private const int LongestEscapedName = 12 * 6;

    private static readonly PostCounts NoCounts = new();

    private string? _source, _id, _text, _html, _inReplyTo, _quoteOf, _repostOf, _conversation, _channel, _language, _url;
    private DateTimeOffset? _postedAt, _editedAt, _deletedAt;
    private Audience _audience;
    private Author? _author;
    private PostCounts? _counts;
    private IReadOnlyList<string>? _mentions, _tags;
    private IReadOnlyList<Attachment>? _attachments;

    /// <summary>The source as far as it was read and may be shown; else empty.</summary>
    public readonly string Source => _source is { Length: <= PostLimits.IdBytes } ? _source : "";

    /// <summary>Reads the object the reader stands before; it stands on its end afterwards.</summary>
    public Post Read(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject) throw new PostFormatException("is not a JSON object");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var taken = json.ValueIsEscaped ? TakeEscaped(ref json) : Take(ref json, json.ValueSpan);
            if (!taken) json.Skip();
        }

        return PostLimits.Checked(new Post
        {
            Identity = new(_source ?? throw Missing("source"), _id ?? throw Missing("id")),
            Author = _author ?? throw Missing("author"),
            Text = _text ?? throw Missing("text"),
            Html = _html,
            SourcePostedAt = _postedAt ?? throw Missing("postedAt"),
            EditedAt = _editedAt,
            DeletedAt = _deletedAt,
            InReplyTo = _inReplyTo,
            QuoteOf = _quoteOf,
            RepostOf = _repostOf,
            Conversation = _conversation,
            Audience = _audience,
            Channel = _channel,
            Language = _language,
            Url = _url,
            Mentions = _mentions ?? Mentions.In(_text, _source),
            Tags = _tags ?? [],
            Attachments = _attachments ?? [],
            Counts = _counts ?? NoCounts,
        });
    }

    private bool Take(ref Utf8JsonReader json, scoped ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("id"u8) => json.Read() && Set(out _id, WireValue.Text(ref json, "id")),
        3 when name.SequenceEqual("url"u8) => json.Read() && Set(out _url, WireValue.Text(ref json, "url")),
        4 when name.SequenceEqual("text"u8) => json.Read() && Set(out _text, WireValue.Text(ref json, "text")),
        4 when name.SequenceEqual("lang"u8) => json.Read() && Set(out _language, WireValue.Repeated(ref json, "lang", ref lastLanguage)),
        4 when name.SequenceEqual("html"u8) => json.Read() && Set(out _html, WireValue.Text(ref json, "html")),
        4 when name.SequenceEqual("tags"u8) => json.Read() && Set(out _tags, WireValue.Names(ref json, "tags", '#')),
        6 when name.SequenceEqual("source"u8) => json.Read() && Set(out _source, WireValue.Repeated(ref json, "source", ref lastSource)),
        6 when name.SequenceEqual("author"u8) => json.Read() && Set(out _author, WireParts.Author(ref json)),
        6 when name.SequenceEqual("counts"u8) => json.Read() && Set(out _counts, WireParts.Counts(ref json)),
        7 when name.SequenceEqual("channel"u8) => json.Read() && Set(out _channel, WireValue.Text(ref json, "channel")),
        7 when name.SequenceEqual("quoteOf"u8) => json.Read() && Set(out _quoteOf, WireValue.Text(ref json, "quoteOf")),
        8 when name.SequenceEqual("postedAt"u8) => json.Read() && Set(out _postedAt, WireValue.Instant(ref json, "postedAt")),
        8 when name.SequenceEqual("mentions"u8) => json.Read() && Set(out _mentions, WireValue.Names(ref json, "mentions", '@')),
        8 when name.SequenceEqual("audience"u8) => json.Read() && Set(out _audience, WireParts.Audience(ref json)),
        8 when name.SequenceEqual("editedAt"u8) => json.Read() && Set(out _editedAt, WireValue.Instant(ref json, "editedAt")),
        8 when name.SequenceEqual("repostOf"u8) => json.Read() && Set(out _repostOf, WireValue.Text(ref json, "repostOf")),
        9 when name.SequenceEqual("inReplyTo"u8) => json.Read() && Set(out _inReplyTo, WireValue.Text(ref json, "inReplyTo")),
        9 when name.SequenceEqual("deletedAt"u8) => json.Read() && Set(out _deletedAt, WireValue.Instant(ref json, "deletedAt")),
        11 when name.SequenceEqual("attachments"u8) => json.Read() && Set(out _attachments, WireParts.Attachments(ref json)),
        12 when name.SequenceEqual("conversation"u8) => json.Read() && Set(out _conversation, WireValue.Text(ref json, "conversation")),
        _ => false,
    };

    private static bool Set<T>(out T field, T value)
    {
        field = value;
        return true;
    }

    private bool TakeEscaped(ref Utf8JsonReader json)
    {
        if (json.ValueSpan.Length > LongestEscapedName) return false;
        Span<byte> name = stackalloc byte[LongestEscapedName];
        return Take(ref json, name[..json.CopyString(name)]);
    }

    private static PostFormatException Missing(string field) => new($"`{field}` is missing");
}
