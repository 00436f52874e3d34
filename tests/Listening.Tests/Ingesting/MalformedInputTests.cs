using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Listening.Sources.Files;
using Listening.Tests.Sources;
using Xunit;

namespace Listening.Tests.Ingesting;

/// <summary>What is no post costs only itself, with a reason, whichever way it comes in.</summary>
public sealed class MalformedInputTests : IAsyncLifetime
{
    private const string Good = """{"source":"s","id":"good","author":{"id":"a"},"text":"hm","postedAt":"2026-01-05T09:12:44Z"}""";

    private readonly IngestServer server = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, byte[], string> Lines => new()
    {
        { "a number for a text", Spoiled("\"hm\"", "7"), "`text` is not a string: 7" },
        { "an array for a text", Spoiled("\"hm\"", "[1]"), "`text`" },
        { "a text for an author", Spoiled("{\"id\":\"a\"}", "\"a\""), "`author`" },
        { "null for an id", Spoiled("\"good\"", "null"), "`id`" },
        { "an array for a post", Encoding.UTF8.GetBytes("[1,2]"), "is not a JSON object" },
        { "a bare number", Encoding.UTF8.GetBytes("42"), "is not a JSON object" },
        { "half a post", Encoding.UTF8.GetBytes("{\"source\":\"s\""), "is not JSON" },
        { "a byte that is no UTF-8", Bytes("hm", 0xFF), "" },
        { "half a character", Bytes("hm", 0xC3), "" },
        { "an encoded surrogate", Bytes("hm", 0xED, 0xA0, 0x80), "" },
        { "half a surrogate pair, escaped", Spoiled("hm", "\\ud800"), "" },
        { "deep JSON", Spoiled("\"text\"", $"\"deep\":{new string('[', 5000)}{new string(']', 5000)},\"text\""), "is nested deeper than 64 levels" },
        { "1969", Spoiled("2026-01-05T09:12:44Z", "1969-12-31T23:59:59Z"), "`postedAt` is outside 1970–2100" },
        { "2200", Spoiled("2026-01-05T09:12:44Z", "2200-01-01T00:00:00Z"), "`postedAt` is outside 1970–2100" },
        { "no instant", Spoiled("2026-01-05T09:12:44Z", "yesterday"), "`postedAt` is not an instant" },
        { "a bare NUL", Bytes("hm", 0), "" },
        { "a text over 64 KiB", Spoiled("hm", new string('x', 70_000)), "`text` is longer than 64 KiB" },
        { "a line over 1 MiB", Spoiled("hm", new string('x', 1_100_000)), "is longer than 1 MiB" },
    };

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory, MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public async Task A_line_that_is_no_post_is_refused_with_its_reason_and_the_rest_is_stored(string what, byte[] bad, string reason)
    {
        var body = Between(bad, "\n"u8, "\n"u8, ""u8);
        var array = Between(bad, "["u8, ","u8, "]"u8);
        // A bracket that stays open takes what follows with it: in an array only what stands before it is read.
        var shapes = new List<(byte[] Bytes, bool Zip)> { (body, false), (body, true) };
        if (what != "half a post") shapes.Add((array, false));
        foreach (var (bytes, zip) in shapes)
        {
            var (status, answer) = await PostAsync(zip ? Zipped(bytes) : bytes, zip);
            Assert.Equal((what, HttpStatusCode.OK), (what, status));
            Assert.Equal((what, 2), (what, answer.GetProperty("accepted").GetInt32() + answer.GetProperty("duplicates").GetInt32()));
            var refused = Assert.Single(answer.GetProperty("rejected").EnumerateArray());
            Assert.Equal(2, refused.GetProperty("line").GetInt32());
            Assert.Contains(reason, refused.GetProperty("reason").GetString());
        }

        var lines = await Reading.AllAsync(PostFile.ReadAsync(new MemoryStream(Zipped(body)), PostFileFormat.Ndjson, new(), Cancelled));
        Assert.Equal([1L, 3L], lines.Where(line => line.Post is not null).Select(line => line.Line));
        Assert.Contains(reason, Assert.Single(lines, line => line.Post is null).Reason);
    }

    [Fact]
    public async Task An_escaped_NUL_an_unknown_field_and_a_byte_order_mark_are_no_faults()
    {
        var (_, answer) = await PostAsync(Encoding.UTF8.GetBytes("\uFEFF" + Good.Replace("hm", "h\\u0000m").Replace("\"text\"", "\"later\":{\"a\":[1]},\"text\"")), zip: false);
        Assert.Equal((1, 0), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejectedTotal").GetInt32()));
        Assert.Equal("h\0m", Assert.Single(server.Store.Posts).Post.Text);
    }

    [Fact]
    public async Task The_same_post_many_times_in_a_batch_is_one_post()
    {
        var (_, answer) = await PostAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Good + "\n", 500))), zip: false);
        Assert.Equal((1, 499), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("duplicates").GetInt32()));
    }

    [Fact]
    public async Task Lines_in_UTF_16_are_refused_and_a_table_in_UTF_16_is_read()
    {
        var (status, answer) = await PostAsync([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Good + "\n" + Good)], zip: false);
        Assert.Equal((HttpStatusCode.OK, 0, 2), (status, answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejectedTotal").GetInt32()));

        byte[] table = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("id,author,text,date\n1,ana,\"eins, \"\"zwei\"\"\ndrei\",2026-01-05\n2,ana,hm,1969-12-31\n3,ana,hm,2200-01-01\n4,ana\n5,ana,gut,2026-01-05\n")];
        var rows = await Reading.AllAsync(PostFile.ReadAsync(new MemoryStream(table), PostFileFormat.Csv, new() { Source = "t" }, Cancelled));
        Assert.Equal("eins, \"zwei\"\ndrei", rows[0].Post?.Text);
        Assert.Equal((true, true, true, "gut"), (rows[1].Post is null, rows[2].Post is null, rows[3].Post is null, rows[4].Post?.Text));
    }

    private static byte[] Spoiled(string good, string bad) => Encoding.UTF8.GetBytes(Good.Replace(good, bad, StringComparison.Ordinal));

    private static byte[] Bytes(string before, params byte[] bad)
    {
        var at = Good.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return [.. Encoding.UTF8.GetBytes(Good[..at]), .. bad, .. Encoding.UTF8.GetBytes(Good[at..])];
    }

    private static byte[] Between(byte[] bad, ReadOnlySpan<byte> start, ReadOnlySpan<byte> separator, ReadOnlySpan<byte> end)
    {
        var good = Encoding.UTF8.GetBytes(Good);
        byte[] first = start.SequenceEqual("["u8) ? [.. start, .. good] : good;
        return [.. first, .. separator, .. bad, .. separator, .. good, .. end];
    }

    private static byte[] Zipped(byte[] bytes)
    {
        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest)) gzip.Write(bytes);
        return zipped.ToArray();
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(byte[] body, bool zip)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/x-ndjson") } };
        if (zip) content.Headers.ContentEncoding.Add("gzip");
        using var answer = await server.Client.PostAsync("api/v1/posts", content, Cancelled);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled));
    }
}
