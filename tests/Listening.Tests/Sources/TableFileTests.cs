using Listening.Sources.Files;
using Xunit;

namespace Listening.Tests.Sources;

public sealed class TableFileTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Theory]
    [InlineData("t.csv", "text,label\n\"a, \"\"b\"\"\",x\nc,y\n", "a, \"b\"")]
    [InlineData("t.tsv", "text\tlabel\na, \"b\"\tx\nc\ty\n", "a, \"b\"")]
    [InlineData("t.ndjson", "{\"text\":\"a, \\\"b\\\"\",\"label\":\"x\"}\n\n{\"text\":\"c\",\"label\":\"y\"}\n", "a, \"b\"")]
    public async Task Rows_are_read_by_the_names_of_their_columns(string name, string content, string first)
    {
        var rows = await ReadAsync(name, content);
        Assert.Equal([first, "c"], rows.Select(row => row["text"]));
        Assert.Equal(["x", "y"], rows.Select(row => row["label"]));
    }

    [Theory]
    [InlineData("t.tsv", "text\tlabel\na\n", "line 2: 1 fields, but the header has 2")]
    [InlineData("t.ndjson", "{\"text\":\"a\"}\n[1]\n", "line 2: a JSON object is expected")]
    [InlineData("t.ndjson", "{\n", "line 1:")]
    [InlineData("t.txt", "a", "ends in none of")]
    public async Task A_row_that_cannot_be_read_is_named(string name, string content, string reason) =>
        Assert.Contains(reason, (await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(name, content))).Message, StringComparison.Ordinal);

    public void Dispose() => directory.Dispose();

    private async Task<List<IReadOnlyDictionary<string, string>>> ReadAsync(string name, string content)
    {
        await File.WriteAllTextAsync(directory.File(name), content, TestContext.Current.CancellationToken);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        await foreach (var row in TableFile.ReadAsync(directory.File(name), TestContext.Current.CancellationToken)) rows.Add(row);
        return rows;
    }
}
