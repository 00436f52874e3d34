using System.Globalization;
using System.Net;
using Listening.Collecting;

namespace Listening.Sources.Files;

/// <summary>
/// Reads the columns of the public "Customer Support on Twitter" data set: <c>tweet_id, author_id, inbound, created_at, text, response_tweet_id,
/// in_response_to_tweet_id</c>. <c>inbound</c> False is a brand's account, whose handle is <c>author_id</c>.
/// </summary>
public static class TwcsReader
{
    /// <summary>The source of every post.</summary>
    public const string Source = "twitter";

    private const string InstantFormat = "ddd MMM dd HH:mm:ss zzz yyyy";

    /// <summary>
    /// Streams the rows in their order. Throws <see cref="FormatException"/> when a column is absent, and <see cref="InvalidDataException"/> where the
    /// table breaks off.
    /// </summary>
    public static IAsyncEnumerable<ReadLine> ReadAsync(Stream input, CancellationToken cancellationToken) => CsvPosts.ReadAsync(input, Source, Shape, cancellationToken);

    private static Func<CsvRow, Post> Shape(string[] header)
    {
        int Column(string name) => Array.IndexOf(header, name) is var column and >= 0 ? column
            : throw new FormatException($"The file has no column “{name}”; it has {string.Join(", ", header)}");

        var (id, author, inbound, at, text, parent) =
            (Column("tweet_id"), Column("author_id"), Column("inbound"), Column("created_at"), Column("text"), Column("in_response_to_tweet_id"));
        return row => Read(row.Fields[id], row.Fields[author], row.Fields[inbound], row.Fields[at], row.Fields[text], row.Fields[parent]);
    }

    private static Post Read(string id, string author, string inbound, string at, string text, string parent)
    {
        // The data set holds texts as Twitter's API escaped them.
        var decoded = WebUtility.HtmlDecode(text);
        return new Post
        {
            Identity = new(Source, id),
            Author = new(author, author, BrandAccount: !Inbound(inbound)),
            Text = decoded,
            SourcePostedAt = Instant(at),
            InReplyTo = parent.Length == 0 ? null : parent,
            Mentions = Mentions.In(decoded, Source),
        };
    }

    private static bool Inbound(string value) => bool.TryParse(value, out var inbound) ? inbound
        : throw new PostFormatException($"`inbound` is neither True nor False: {PostFormatException.Shown(value)}");

    private static DateTimeOffset Instant(string value) =>
        DateTimeOffset.TryParseExact(value, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant.ToUniversalTime()
            : throw new PostFormatException($"`created_at` is not an instant: {PostFormatException.Shown(value)}");
}
