using System.Text;
using Listening.Sources.Files;
using Xunit;

namespace Listening.Tests.Sources;

public sealed class JsonPostReaderTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{a}\n{b}\n", "1 a\n2 b")]
    [InlineData("{a}\n{b}", "1 a\n2 b")]
    [InlineData("\uFEFF{a}\r\n\r\n  \n{b}\r\n", "1 a\n4 b")]
    [InlineData("\n\n{a}", "3 a")]
    [InlineData("{a}\nnonsense\n{é}\n{\"source\":1}", "1 a\n2 !is not JSON: 'nonsense' is an invalid JSON literal. Expected the literal… (byte 1)\n3 é\n4 !`source` is not a string: 1")]
    [InlineData("", "")]
    [InlineData("\uFEFF \r\n", "")]
    [InlineData("[{a},{b}]", "1 a\n2 b")]
    [InlineData(" \n[\n {a}\n,\t{b} ]\n", "1 a\n2 b")]
    [InlineData("\uFEFF[]", "")]
    [InlineData("[{a},7,\"x,]\\\"\",[{b}],{\"source\":{}},null,{b}]",
        "1 a\n2 !is not a JSON object\n3 !is not a JSON object\n4 !is not a JSON object\n5 !`source` is not a string: an object\n6 !is not a JSON object\n7 b")]
    [InlineData("[{a},{b}", "1 a\n2 b\n3 !the array does not end")]
    [InlineData("[{a},{\"id\":\"]", "1 a\n2 !the array does not end")]
    [InlineData("[{a}{b}]", "1 a\n2 !is no part of a JSON array; nothing after it was read")]
    [InlineData("[{a},]", "1 a\n2 !is no part of a JSON array; nothing after it was read")]
    [InlineData("[{a}] x", "1 a\n2 !is no part of a JSON array; nothing after it was read")]
    public async Task Lines_and_elements_are_the_same_however_the_bytes_are_split(string shape, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(Filled(shape));
        for (var split = 0; split <= bytes.Length; split++)
        {
            var at = split;
            Assert.Equal(expected, await ReadAsync(new Pieces(bytes, position => position < at ? at - position : bytes.Length)));
        }

        Assert.Equal(expected, await ReadAsync(new Pieces(bytes, _ => 1)));
    }

    [Theory]
    [InlineData("", "\n", "")]
    [InlineData("[", ",", "]")]
    public void A_line_over_1_MiB_is_skipped_to_its_end_in_bounded_memory(string begin, string between, string end)
    {
        var small = Filled("{a}");
        var huge = "{\"x\":\"" + new string('x', 64 * 1024 * 1024) + "\"}";
        var bytes = Encoding.UTF8.GetBytes(begin + small + between + huge + between + small + end);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var splitter = begin.Length == 0 ? (ILineSplitter)new NdjsonSplitter() : new JsonArraySplitter();
        var lines = new List<ReadLine>();
        for (var at = 0; at < bytes.Length; at += 65_536) splitter.Take(bytes.AsSpan(at, Math.Min(65_536, bytes.Length - at)), lines);
        splitter.End(lines);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal("1 a\n2 !is longer than 1 MiB\n3 a", Reading.Shown(lines));
        Assert.Equal(4096, lines[1].Raw!.Length);
        Assert.InRange(allocated, 0, 8 * 1024 * 1024);
    }

    [Fact]
    public async Task A_rejected_line_carries_its_bytes_and_its_source_where_that_could_be_read()
    {
        var line = Assert.Single(await Reading.AllAsync(JsonPostReader.ReadAsync(Reading.Bytes("{\"source\":\"mastodon\",\"id\":7}\r\n"), Token)));
        Assert.Equal(new ReadLine(1, null, "`id` is not a string: 7", "{\"source\":\"mastodon\",\"id\":7}", "mastodon"), line);
    }

    [Fact]
    public async Task Broken_gzip_gives_the_lines_before_it_and_then_says_so()
    {
        var whole = Reading.Gzip(string.Join('\n', Enumerable.Range(0, 20_000).Select(number => Filled("{a}").Replace("\"a\"", $"\"{number}\"")))).ToArray();
        var lines = new List<ReadLine>();
        await Assert.ThrowsAnyAsync<InvalidDataException>(async () =>
        {
            await foreach (var line in PostFile.ReadAsync(new MemoryStream(whole[..(whole.Length / 2)]), PostFileFormat.Ndjson, new(), Token)) lines.Add(line);
        });
        Assert.InRange(lines.Count, 1, 19_999);
        Assert.All(lines, line => Assert.Null(line.Reason));
    }

    [Fact]
    public async Task A_gzipped_file_reads_like_the_plain_one() =>
        Assert.Equal("1 a\n2 b", Reading.Shown(await Reading.AllAsync(PostFile.ReadAsync(Reading.Gzip(Filled("{a}\n{b}")), PostFileFormat.Ndjson, new(), Token))));

    [Theory]
    [InlineData("posts.ndjson", PostFileFormat.Ndjson)]
    [InlineData("posts.JSON.gz", PostFileFormat.Ndjson)]
    [InlineData("reviews.csv", PostFileFormat.Csv)]
    [InlineData("reviews.tsv.gz", PostFileFormat.Csv)]
    [InlineData("/data/twcs.csv", PostFileFormat.Twcs)]
    [InlineData("posts.xml", null)]
    public void A_files_name_tells_its_format(string name, PostFileFormat? format) => Assert.Equal(format, PostFile.FormatOf(name));

    private static async Task<string> ReadAsync(Stream stream) => Reading.Shown(await Reading.AllAsync(JsonPostReader.ReadAsync(stream, Token)));

    /// <summary>Puts a whole post wherever the shape has <c>{id}</c>.</summary>
    private static string Filled(string shape)
    {
        foreach (var id in (string[])["a", "b", "é"])
            shape = shape.Replace($"{{{id}}}", $$"""{"source":"mastodon","id":"{{id}}","author":{"id":"7"},"text":"] } , \" ü","postedAt":"2026-01-05T09:12:44Z"}""");
        return shape;
    }
}
