using System.Buffers;
using System.Text;
using Listening.Collecting;
using Xunit;

namespace Listening.Tests.Collecting;

public sealed class PostJsonTests
{
    private const string Least = """{"source":"mastodon","id":"109","author":{"id":"7"},"text":"hm","postedAt":"2026-01-05T09:12:44.120Z"}""";

    [Fact]
    public void The_example_of_the_contract_reads_field_by_field()
    {
        var post = Read("""
            {"source":"mastodon","id":"109","author":{"id":"7","handle":"ana@example.social","name":"Ana","followers":210,"bot":false},
             "text":"…","html":null,"postedAt":"2026-01-05T09:12:44.120Z","editedAt":null,"deletedAt":null,"inReplyTo":"108","quoteOf":null,
             "repostOf":null,"conversation":null,"audience":"public","channel":null,"lang":"en","url":"https://x.example/1","mentions":["acme"],
             "tags":["outage"],"attachments":[{"kind":"image","url":"u","alt":"a"}],"counts":{"likes":0,"reposts":0,"replies":0,"views":null}}
            """);
        Assert.Equal(new PostId("mastodon", "109"), post.Identity);
        Assert.Equal(new Author("7", "ana@example.social", "Ana", 210), post.Author);
        Assert.Equal("…", post.Text);
        Assert.Equal(Some.Instant, post.SourcePostedAt);
        Assert.Equal("108", post.InReplyTo);
        Assert.Equal(("en", "https://x.example/1", Audience.Public), (post.Language, post.Url, post.Audience));
        Assert.Equal(["acme"], post.Mentions);
        Assert.Equal(["outage"], post.Tags);
        Assert.Equal([new Attachment("image", "u", "a")], post.Attachments);
        Assert.Equal(new PostCounts(0, 0, 0), post.Counts);
        Assert.Null(post.EditedAt ?? post.DeletedAt);
        Assert.Null(post.Html ?? post.QuoteOf ?? post.RepostOf ?? post.Conversation ?? post.Channel);
    }

    [Fact]
    public void The_least_that_is_a_post_reads_and_the_id_stands_in_for_the_handle() =>
        Assert.Equal(new Author("7", "7"), Read(Least).Author);

    [Fact]
    public void The_handle_stands_in_for_the_id_and_loses_its_mark() =>
        Assert.Equal(new Author("ana", "ana"), Read(Least.Replace("\"id\":\"7\"", "\"handle\":\"@ana\"")).Author);

    [Fact]
    public void Unknown_fields_are_ignored_at_every_level() =>
        AssertSame(Read(Least), Read(Least.Replace("{\"id\":\"7\"}", "{\"x\":[{\"id\":\"8\"}],\"id\":\"7\",\"y\":null}").Replace("\"text\"", "\"z\":{\"text\":[1]},\"text\"")));

    [Fact]
    public void The_last_of_two_equal_names_wins() =>
        Assert.Equal("two", Read(Least.Replace("\"text\":\"hm\"", "\"text\":\"one\",\"text\":\"two\"")).Text);

    [Fact]
    public void A_name_written_with_escapes_is_the_same_name() =>
        Assert.Equal("hm", Read(Least.Replace("\"text\"", "\"\\u0074ext\"")).Text);

    [Theory]
    [InlineData("2026-01-05T09:12:44Z", 0)]
    [InlineData("2026-01-05T10:12:44.5+01:00", 500)]
    [InlineData("2026-01-05t04:12:44.123987654-0500", 123)]
    [InlineData("2026-01-05 09:12:44.1z", 100)]
    public void An_instant_may_have_any_offset_and_fraction(string written, int milliseconds) =>
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 9, 12, 44, milliseconds, TimeSpan.Zero), Read(Least.Replace("2026-01-05T09:12:44.120Z", written)).SourcePostedAt);

    [Theory]
    [InlineData("1970-01-01T00:00:00.000Z")]
    [InlineData("2100-12-31T23:59:59.999Z")]
    public void The_outermost_instants_are_taken(string written) =>
        Assert.Equal(written, Encoding.UTF8.GetString(Written(Read(Least.Replace("2026-01-05T09:12:44.120Z", written)))).Split('"')[^2]);

    [Theory]
    [InlineData("\"source\":\"mastodon\",", "", "`source` is missing")]
    [InlineData("\"mastodon\"", "\"\"", "`source` is empty")]
    [InlineData("\"mastodon\"", "null", "`source` is missing")]
    [InlineData("\"109\"", "109", "`id` is not a string: 109")]
    [InlineData("\"109\"", "{}", "`id` is not a string: an object")]
    [InlineData("\"id\":\"109\",", "", "`id` is missing")]
    [InlineData("{\"id\":\"7\"}", "{\"name\":\"Ana\"}", "`author.id` and `author.handle` are missing")]
    [InlineData("{\"id\":\"7\"}", "{\"id\":7}", "`author.id` is not a string: 7")]
    [InlineData("{\"id\":\"7\"}", "{\"id\":\"7\",\"followers\":1.5}", "`author.followers` is not a whole number: 1.5")]
    [InlineData("{\"id\":\"7\"}", "{\"id\":\"7\",\"bot\":\"no\"}", "`author.bot` is not true or false: no")]
    [InlineData("{\"id\":\"7\"}", "\"ana\"", "`author` is not an object: ana")]
    [InlineData("{\"id\":\"7\"}", "null", "`author` is missing")]
    [InlineData("\"hm\"", "[\"hm\"]", "`text` is not a string: an array")]
    [InlineData("\"hm\"", "null", "`text` is missing")]
    [InlineData("\"hm\"", "\"\\ud800\"", "`text` is not valid Unicode")]
    [InlineData("\"hm\"", "true", "`text` is not a string: true")]
    [InlineData("\"2026-01-05T09:12:44.120Z\"", "\"yesterday\\u001b[31m\"", "`postedAt` is not an instant: yesterday\\u001b[31m")]
    [InlineData("\"2026-01-05T09:12:44.120Z\"", "1767604364", "`postedAt` is not an instant: 1767604364")]
    [InlineData("2026-01-05T09:12:44.120Z", "2026-01-05T09:12:44.120", "`postedAt` is not an instant: 2026-01-05T09:12:44.120")]
    [InlineData("2026-01-05T09:12:44.120Z", "2026-02-30T09:12:44Z", "`postedAt` is not an instant: 2026-02-30T09:12:44Z")]
    [InlineData("2026-01-05T09:12:44.120Z", "1969-12-31T23:59:59.999Z", "`postedAt` is outside 1970–2100: 1969-12-31T23:59:59Z")]
    [InlineData("2026-01-05T09:12:44.120Z", "2101-01-01T00:00:00Z", "`postedAt` is outside 1970–2100: 2101-01-01T00:00:00Z")]
    [InlineData("\"text\"", "\"editedAt\":\"2200-01-01T00:00:00Z\",\"text\"", "`editedAt` is outside 1970–2100: 2200-01-01T00:00:00Z")]
    [InlineData("\"text\"", "\"audience\":\"secret\",\"text\"", "`audience` is neither public nor internal: secret")]
    [InlineData("\"text\"", "\"mentions\":\"acme\",\"text\"", "`mentions` is not an array of strings: acme")]
    [InlineData("\"text\"", "\"mentions\":[null],\"text\"", "`mentions[]` is not a string: null")]
    [InlineData("\"text\"", "\"attachments\":[{\"url\":\"u\"}],\"text\"", "`attachments[].kind` is missing")]
    [InlineData("\"text\"", "\"counts\":{\"likes\":1e99},\"text\"", "`counts.likes` is not a whole number: 1e99")]
    [InlineData("\"text\"", "\"\\udfff\":1,\"text\"", "has a field name that is not valid Unicode")]
    public void A_field_that_breaks_the_contract_is_named_with_its_value(string part, string replacement, string reason) =>
        Assert.Equal(reason, Refused(Least.Replace(part, replacement)));

    [Theory]
    [InlineData("", "is not JSON: The input does not contain any JSON tokens. Expected the in… (byte 0)")]
    [InlineData("[]", "is not a JSON object")]
    [InlineData("7", "is not a JSON object")]
    [InlineData("{\"source\":", "is not JSON: Expected depth to be zero at the end of the JSON payload. T… (byte 10)")]
    [InlineData("{}", "`source` is missing")]
    public void What_is_no_object_is_refused(string line, string reason) => Assert.Equal(reason, Refused(line));

    [Fact]
    public void Something_after_the_object_is_refused() =>
        Assert.Equal("is not JSON: '{' is invalid after a single JSON value. Expected end of d… (byte 102)", Refused(Least + Least));

    [Fact]
    public void A_text_of_64_KiB_is_taken_and_one_byte_more_is_not()
    {
        Assert.Equal(65_536, Encoding.UTF8.GetByteCount(Read(Least.Replace("\"hm\"", $"\"{new string('é', 32_768)}\"")).Text));
        Assert.Equal("`text` is longer than 64 KiB: 65537 bytes", Refused(Least.Replace("\"hm\"", $"\"{new string('é', 32_768)}a\"")));
    }

    [Theory]
    [InlineData("id", "109")]
    [InlineData("author.id", "7")]
    public void An_id_of_512_bytes_is_taken_and_one_byte_more_is_not(string field, string value)
    {
        Read(Least.Replace($"\"{value}\"", $"\"{new string('é', 256)}\""));
        Assert.Equal($"`{field}` is longer than 512 bytes: 513 bytes", Refused(Least.Replace($"\"{value}\"", $"\"{new string('é', 256)}x\"")));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused()
    {
        var line = Encoding.UTF8.GetBytes(Least);
        line[Least.IndexOf("hm", StringComparison.Ordinal)] = 0xff;
        Assert.Equal("`text` is not valid Unicode", Assert.Throws<PostFormatException>(() => PostJson.Read(line)).Message);
    }

    [Fact]
    public void Nesting_is_read_to_64_levels()
    {
        static string Nested(int levels) => Least.Replace("\"text\"", $"\"x\":{new string('[', levels)}{new string(']', levels)},\"text\"");
        Read(Nested(63));
        Assert.Equal("is nested deeper than 64 levels", Refused(Nested(64)));
        Assert.Equal("is nested deeper than 64 levels", Refused(Nested(100_000)));
    }

    [Fact]
    public void A_reason_shows_the_start_of_a_value_on_one_line_without_control_characters()
    {
        var reason = Refused(Least.Replace("\"hm\"", "\"hm\",\"audience\":\"a\\u0000\\u001b[2J\\n\\u202e" + new string('x', 500) + "\""));
        Assert.Equal("`audience` is neither public nor internal: a[2J" + new string('x', 55) + "…", reason);
    }

    [Fact]
    public void A_minimal_post_is_written_on_one_line_without_absent_fields() =>
        Assert.Equal("""{"source":"mastodon","id":"109","author":{"id":"7","handle":"7"},"text":"hm","postedAt":"2026-01-05T09:12:44.120Z"}""",
            Encoding.UTF8.GetString(Written(Read(Least))));

    [Fact]
    public void Random_posts_read_back_equal_and_are_written_alike()
    {
        var random = new Random(20260105);
        for (var round = 0; round < 5_000; round++)
        {
            var post = RandomPost.Next(random);
            var written = Written(post);
            var read = PostJson.Read(written);
            AssertSame(post, read);
            Assert.Equal(written, Written(read));
            Assert.DoesNotContain((byte)'\n', written);
        }
    }

    [Fact]
    public void A_lone_surrogate_is_written_as_the_replacement_character() =>
        Assert.Equal("a\ufffdb", PostJson.Read(Written(Some.Post(text: "a\ud800b"))).Text);

    private static Post Read(string line) => PostJson.Read(Encoding.UTF8.GetBytes(line));

    private static string Refused(string line) => Assert.Throws<PostFormatException>(() => Read(line)).Message;

    private static byte[] Written(Post post)
    {
        var buffer = new ArrayBufferWriter<byte>();
        PostJson.Write(buffer, post);
        return buffer.WrittenSpan.ToArray();
    }

    private static void AssertSame(Post expected, Post actual)
    {
        Assert.Equal(expected.Mentions, actual.Mentions);
        Assert.Equal(expected.Tags, actual.Tags);
        Assert.Equal(expected.Attachments, actual.Attachments);
        Assert.Equal(expected, actual with { Mentions = expected.Mentions, Tags = expected.Tags, Attachments = expected.Attachments });
    }
}
