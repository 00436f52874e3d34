using System.Globalization;
using Listening.Collecting;

namespace Listening.Sources.Files;

/// <summary>
/// Reads posts from a table with a header: RFC 4180 with quotes and line ends inside fields; the delimiter (comma, semicolon, tab, bar) is the
/// one the header uses.
/// </summary>
public static class CsvPostReader
{
    private static readonly char[] Between = [' ', ',', ';', '|', '\t'];

    /// <summary>
    /// Streams the rows in their order. Throws <see cref="FormatException"/> when the columns that every post needs are not there, and
    /// <see cref="InvalidDataException"/> where the table breaks off.
    /// </summary>
    public static IAsyncEnumerable<ReadLine> ReadAsync(Stream input, CsvPostOptions options, CancellationToken cancellationToken) =>
        CsvPosts.ReadAsync(input, options.Source, header => Shape(new CsvFields(header, options.Map), header, options), cancellationToken);

    private static Func<CsvRow, Post> Shape(CsvFields fields, string[] header, CsvPostOptions options)
    {
        foreach (var (field, found) in (ReadOnlySpan<(string, bool)>)
            [
                ("source", fields.Has("source") || options.Source is not null),
                ("id", fields.Has("id")),
                ("author.id", fields.Has("author.id") || fields.Has("author.handle")),
                ("text", fields.Has("text")),
                ("postedAt", fields.Has("postedAt")),
            ])
        {
            if (!found) throw new FormatException($"No column for {field}; say which one with --map {field}=COLUMN. The file has {string.Join(", ", header)}");
        }

        return row => Read(fields, row, options);
    }

    private static Post Read(CsvFields fields, CsvRow row, CsvPostOptions options)
    {
        string? Of(string field) => fields.Of(row, field);
        DateTimeOffset? Instant(string field) => Of(field) is { } written ? CsvInstant.Read(written, field, options) : null;

        var handle = Of("author.handle");
        var author = Of("author.id") ?? handle?.TrimStart('@') ?? throw new PostFormatException("`author.id` and `author.handle` are missing");
        var text = Of("text") ?? "";
        var source = Of("source") ?? options.Source ?? throw Missing("source");
        return new Post
        {
            Identity = new(source, Of("id") ?? throw Missing("id")),
            Author = new(author, handle ?? author, Of("author.name"), Whole(Of("author.followers"), "author.followers"),
                Flag(Of("author.bot"), "author.bot"), Flag(Of("author.brand"), "author.brand")),
            Text = text,
            Html = Of("html"),
            SourcePostedAt = Instant("postedAt") ?? throw Missing("postedAt"),
            EditedAt = Instant("editedAt"),
            DeletedAt = Instant("deletedAt"),
            InReplyTo = Of("inReplyTo"),
            QuoteOf = Of("quoteOf"),
            RepostOf = Of("repostOf"),
            Conversation = Of("conversation"),
            Audience = Audience(Of("audience"), options.Audience),
            Channel = Of("channel"),
            Language = Of("lang"),
            Url = Of("url"),
            Mentions = Of("mentions") is { } mentions ? Names(mentions, '@') : Mentions.In(text, source),
            Tags = Names(Of("tags") ?? "", '#'),
        };
    }

    private static Audience Audience(string? value, Audience otherwise) => value?.ToLowerInvariant() switch
    {
        null => otherwise,
        "public" => Collecting.Audience.Public,
        "internal" => Collecting.Audience.Internal,
        _ => throw new PostFormatException($"`audience` is neither public nor internal: {PostFormatException.Shown(value)}"),
    };

    private static long? Whole(string? value, string field) => value is null ? null
        : long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
        : throw new PostFormatException($"`{field}` is not a whole number: {PostFormatException.Shown(value)}");

    private static bool Flag(string? value, string field) => value?.ToLowerInvariant() switch
    {
        null or "false" or "0" or "no" => false,
        "true" or "1" or "yes" => true,
        _ => throw new PostFormatException($"`{field}` is not true or false: {PostFormatException.Shown(value)}"),
    };

    private static string[] Names(string value, char mark) =>
        [.. value.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(name => name.TrimStart(mark)).Where(name => name.Length > 0)];

    private static PostFormatException Missing(string field) => new($"`{field}` is missing");
}
