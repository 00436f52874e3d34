using System.Text;
using Listening.Collecting;
using Listening.Sources.Files;
using Xunit;

namespace Listening.Tests.Sources;

public sealed class CsvPostReaderTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly CsvPostOptions Reviews = new() { Source = "reviews" };

    [Fact]
    public async Task Columns_are_found_by_their_usual_names()
    {
        var post = await OneAsync("Tweet ID,User-Name,Full Text,created_at,in_reply_to,lang,followers,tags\n7,@ana,\"Hi @acme, \"\"you\"\"\",2026-01-05T09:12:44.120Z,6,en,210,#a b\n");
        Assert.Equal(new PostId("reviews", "7"), post.Identity);
        Assert.Equal(new Author("ana", "ana", null, 210), post.Author);
        Assert.Equal("Hi @acme, \"you\"", post.Text);
        Assert.Equal(Some.Instant, post.SourcePostedAt);
        Assert.Equal(("6", "en"), (post.InReplyTo, post.Language));
        Assert.Equal(["acme"], post.Mentions);
        Assert.Equal(["a", "b"], post.Tags);
    }

    [Fact]
    public async Task A_map_says_which_column_is_which_and_wins()
    {
        var options = Reviews with
        {
            Map = CsvPostOptions.ReadMap("id=Nr, author.handle = Wer,text=Was,postedAt=Wann"),
            InstantFormats = ["dd.MM.yyyy HH:mm"],
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            Audience = Audience.Internal,
        };
        var post = await OneAsync("Nr;Wer;Was;Wann;text\n1;ana;\"eins;\nzwei\";05.01.2026 10:12;falsch\n", options);
        Assert.Equal(("1", "ana", "eins;\nzwei", Audience.Internal), (post.Identity.Id, post.Author.Handle, post.Text, post.Audience));
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 9, 12, 0, TimeSpan.Zero), post.SourcePostedAt);
    }

    [Theory]
    [InlineData("2026-01-05T09:12:44.120Z")]
    [InlineData("2026-01-05 10:12:44.120+01:00")]
    [InlineData("2026-01-05 09:12:44.120")]
    [InlineData("2026-01-05T09:12:44.1209")]
    [InlineData("1767604364120")]
    public async Task Instants_are_ISO_8601_or_a_count_since_1970(string written) => Assert.Equal(Some.Instant, (await OneAsync($"id,author,text,date\n1,ana,hm,{written}\n")).SourcePostedAt);

    [Theory]
    [InlineData("05/01/2026", "`postedAt` is not an instant: 05/01/2026")]
    [InlineData("", "`postedAt` is missing")]
    [InlineData("1890-01-01", "`postedAt` is outside 1970–2100: 1890-01-01T00:00:00Z")]
    public async Task An_instant_that_cannot_be_one_rejects_its_row(string written, string reason) => Assert.Equal(reason, (await ReadAsync($"id,author,text,date\n1,ana,hm,{written}\n"))[0].Reason);

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public async Task The_delimiter_is_the_headers(string delimiter)
    {
        var rows = await ReadAsync($"id,author,\"a text, really; or not|\",date\n1,ana,\"one, two; three|\t\",2026-01-05\n".Replace("\"a text, really; or not|\"", "text")
            .Replace("id,author,text,date", $"id{delimiter}author{delimiter}text{delimiter}date").Replace("1,ana,", $"1{delimiter}ana{delimiter}").Replace(",2026", $"{delimiter}2026"));
        Assert.Equal("one, two; three|\t", Assert.Single(rows).Post!.Text);
    }

    [Fact]
    public async Task Lines_are_counted_through_blank_lines_and_line_ends_inside_quotes()
    {
        var rows = await ReadAsync("\uFEFFid,author,text,date\r\n\r\n1,ana,\"one\r\ntwo\r\nthree\",2026-01-05\r\n\r\n2,ana,hm,never\r\n3,ana,hm\r\n4,ana,last,2026-01-05");
        Assert.Equal("3 1\n7 !`postedAt` is not an instant: never\n8 !has 3 fields, the header 4\n9 4", Reading.Shown(rows));
        Assert.Equal("2,ana,hm,never", rows[1].Raw);
        Assert.Equal("reviews", rows[1].Source);
    }

    public static TheoryData<string, Encoding> Encodings => new()
    {
        { "UTF-8", new UTF8Encoding(true) }, { "UTF-16 LE", new UnicodeEncoding(false, true) }, { "UTF-16 BE", new UnicodeEncoding(true, true) },
        { "UTF-32 LE", new UTF32Encoding(false, true) }, { "UTF-32 BE", new UTF32Encoding(true, true) },
    };

    [Theory, MemberData(nameof(Encodings), DisableDiscoveryEnumeration = true)]
    public async Task A_byte_order_mark_is_seen_however_few_bytes_come_first(string what, Encoding encoding)
    {
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("id,author,text,date\n1,ana,größer 🤥,2026-01-05\n")];
        for (var first = 1; first <= 5; first++)
        {
            var rows = await Reading.AllAsync(CsvPostReader.ReadAsync(new Pieces(bytes, position => position == 0 ? first : bytes.Length), Reviews, Token));
            Assert.Equal((what, first, "größer 🤥"), (what, first, Assert.Single(rows).Post?.Text));
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { 0xEF, 0xBB })]
    public async Task A_table_shorter_than_a_byte_order_mark_is_read_to_its_end(byte[] bytes)
    {
        var whole = await Record.ExceptionAsync(() => Reading.AllAsync(CsvPostReader.ReadAsync(new MemoryStream(bytes), Reviews, Token)));
        var pieces = await Record.ExceptionAsync(() => Reading.AllAsync(CsvPostReader.ReadAsync(new Pieces(bytes, _ => 1), Reviews, Token)));
        Assert.Equal(whole?.Message, pieces?.Message);
    }

    [Fact]
    public async Task A_quote_in_the_middle_of_a_field_stands_for_itself() => Assert.Equal("5\" screen", (await OneAsync("id,author,text,date\n1,ana,5\" screen,2026-01-05\n")).Text);

    [Fact]
    public async Task The_rows_before_a_quote_left_open_are_read_and_then_it_is_said()
    {
        var rows = new List<ReadLine>();
        var text = "id,author,text,date\n1,ana,hm,2026-01-05\n2,ana,\"open,2026-01-05\n" + string.Concat(Enumerable.Repeat("3,ana,hm,2026-01-05\n", 100_000));
        var broken = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var row in CsvPostReader.ReadAsync(Reading.Bytes(text), Reviews, Token)) rows.Add(row);
        });
        Assert.Equal("Line 3: a field is longer than 1 MiB; perhaps a quote was left open. Nothing after it was read.", broken.Message);
        Assert.Equal("2 1", Reading.Shown(rows));
    }

    [Theory]
    [InlineData("id,text,date\n", "No column for author.id; say which one with --map author.id=COLUMN. The file has id, text, date")]
    [InlineData("a,b\n", "No column for id; say which one with --map id=COLUMN. The file has a, b")]
    public async Task A_table_without_what_every_post_needs_is_refused(string text, string reason) =>
        Assert.Equal(reason, (await Assert.ThrowsAsync<FormatException>(() => ReadAsync(text))).Message);

    [Theory]
    [InlineData("mood=a", "A post has no field “mood”; it has source, id,")]
    [InlineData("id=Nr", "The file has no column “Nr”; it has id, author")]
    public async Task A_map_to_what_is_not_there_is_refused(string map, string reason) =>
        Assert.StartsWith(reason, (await Assert.ThrowsAsync<FormatException>(() => ReadAsync("id,author\n", Reviews with { Map = CsvPostOptions.ReadMap(map) }))).Message);

    [Theory]
    [InlineData("id")]
    [InlineData("=x")]
    [InlineData("id=")]
    public void A_map_is_pairs(string map) => Assert.Equal($"“{map}” is not field=column", Assert.Throws<FormatException>(() => CsvPostOptions.ReadMap(map)).Message);

    [Fact]
    public async Task An_empty_file_has_no_rows() => Assert.Empty(await ReadAsync(""));

    private static async Task<List<ReadLine>> ReadAsync(string text, CsvPostOptions? options = null) =>
        await Reading.AllAsync(CsvPostReader.ReadAsync(Reading.Bytes(text), options ?? Reviews, Token));

    private static async Task<Post> OneAsync(string text, CsvPostOptions? options = null)
    {
        var line = Assert.Single(await ReadAsync(text, options));
        Assert.Null(line.Reason);
        return line.Post!;
    }
}
