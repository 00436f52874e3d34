using System.Globalization;
using System.Text;

namespace Listening.Collecting;

/// <summary>What every post must keep to, whichever way it comes in.</summary>
public static class PostLimits
{
    /// <summary>Longest text, in bytes of UTF-8.</summary>
    public const int TextBytes = 64 * 1024;

    /// <summary>Longest id, handle or source name, in bytes of UTF-8.</summary>
    public const int IdBytes = 512;

    /// <summary>First instant that is believed possible.</summary>
    public static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;

    /// <summary>First instant after the year 2100.</summary>
    public static readonly DateTimeOffset Latest = new(2101, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Returns the post when it keeps every limit. Throws <see cref="PostFormatException"/> with the first field that does not.</summary>
    public static Post Checked(Post post)
    {
        RequiredId(post.Identity.Source, "source");
        RequiredId(post.Identity.Id, "id");
        RequiredId(post.Author.Id, "author.id");
        RequiredId(post.Author.Handle, "author.handle");
        Bytes(post.Text, TextBytes, "text", "64 KiB");
        Instant(post.SourcePostedAt, "postedAt");
        Instant(post.EditedAt, "editedAt");
        Instant(post.DeletedAt, "deletedAt");
        Id(post.InReplyTo, "inReplyTo");
        Id(post.QuoteOf, "quoteOf");
        Id(post.RepostOf, "repostOf");
        Id(post.Conversation, "conversation");
        return post;
    }

    private static void RequiredId(string value, string field)
    {
        if (value.Length == 0) throw new PostFormatException($"`{field}` is empty");
        Id(value, field);
    }

    private static void Id(string? value, string field) => Bytes(value, IdBytes, field, "512 bytes");

    private static void Bytes(string? value, int limit, string field, string shown)
    {
        // Three bytes are the most that one UTF-16 unit takes, so most values need no count.
        if (value is null || value.Length * 3L <= limit || Encoding.UTF8.GetByteCount(value) is var count && count <= limit) return;
        throw new PostFormatException(string.Create(CultureInfo.InvariantCulture, $"`{field}` is longer than {shown}: {count} bytes"));
    }

    private static void Instant(DateTimeOffset? value, string field)
    {
        if (value is { } instant && (instant < Earliest || instant >= Latest))
            throw new PostFormatException(string.Create(CultureInfo.InvariantCulture, $"`{field}` is outside 1970–2100: {instant.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"));
    }
}
