using Listening.Collecting.Pulling;
using Listening.Sources.Folder;
using Listening.Tests.Collecting.Pulling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources.Folder;

public sealed class FolderTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly MemoryPullStore store = new();
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow().AddMinutes(1));

    public FolderTests() => Directory.CreateDirectory(directory.File("inbox/in"));

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Files_are_read_once_and_what_cannot_be_read_lies_beside_them()
    {
        Write("a.ndjson", $"{Line("1")}\n{{}}\n{Line("2")}\n");
        Write("b.csv", "id,author,text,posted_at\n3,ana,Where is it?,2026-01-01T00:00:00Z\n");
        Write("notes.txt", "no posts");

        var report = await Pull();

        Assert.Equal((3, 1), (report.Receipt.Accepted, report.Rejected));
        Assert.Equal(["1", "2", "3"], store.Posts.Keys.Order());
        Assert.Equal(["a.ndjson, line 2: `source` is missing"], report.Reasons);
        Assert.StartsWith("""{"line":2,"reason":""", File.ReadAllText(directory.File("inbox/in/a.ndjson.rejected.ndjson")), StringComparison.Ordinal);
        var batches = store.Batches.Count;
        Assert.Equal(0, (await Pull()).Rejected);
        Assert.Equal(batches, store.Batches.Count);
    }

    [Fact]
    public async Task A_file_of_many_pages_goes_on_where_a_run_was_cut_short()
    {
        Write("many.ndjson", string.Join('\n', Enumerable.Range(1, 5000).Select(number => Line($"{number}"))));

        Assert.True((await Pull(new() { Pages = 1 })).Cut);
        Assert.Equal(2000, store.Posts.Count);
        Assert.False((await Pull()).Cut);

        Assert.Equal(5000, store.Posts.Count);
        Assert.Equal(5000, store.Batches.Sum(batch => batch.Posts.Count));
    }

    [Fact]
    public async Task A_file_that_is_still_written_waits_and_one_that_was_replaced_is_read_again()
    {
        Write("a.ndjson", Line("1"));
        File.SetLastWriteTimeUtc(directory.File("inbox/in/a.ndjson"), time.GetUtcNow().UtcDateTime.AddSeconds(-9));
        await Pull();
        Assert.Empty(store.Posts);
        time.Advance(TimeSpan.FromSeconds(1));
        await Pull();
        Assert.Single(store.Posts);

        Write("a.ndjson", $"{Line("1")}\n{Line("2")}");
        await Pull();
        Assert.Equal(["1", "2"], store.Posts.Keys.Order());
    }

    [Fact]
    public async Task Links_lead_nowhere()
    {
        File.WriteAllText(directory.File("outside.ndjson"), Line("9"));
        File.CreateSymbolicLink(directory.File("inbox/in/link.ndjson"), directory.File("outside.ndjson"));
        Directory.CreateDirectory(directory.File("elsewhere"));
        Directory.CreateSymbolicLink(directory.File("inbox/away"), directory.File("elsewhere"));

        await Pull();

        Assert.Empty(store.Posts);
        Assert.Throws<SourceSettingsException>(() => Open("away"));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../inbox2")]
    [InlineData("in/../../..")]
    [InlineData("/etc")]
    public void A_folder_outside_of_what_is_allowed_is_refused(string folder)
    {
        Directory.CreateDirectory(directory.File("inbox2"));

        Assert.Equal("folder", Assert.Throws<SourceSettingsException>(() => Open(folder)).Setting);
        Assert.Equal("folder", Assert.Throws<SourceSettingsException>(() => new FolderConnector(new(null), time).Open(Settings("in"))).Setting);
    }

    private static string Line(string id) => $$"""{"source":"desk","id":"{{id}}","author":{"id":"a"},"text":"Where is my train?","postedAt":"2026-01-01T00:00:00Z"}""";

    private static SourceSettings Settings(string folder) => new("inbox", new Dictionary<string, string> { ["folder"] = folder });

    private void Write(string name, string text) => File.WriteAllText(directory.File($"inbox/in/{name}"), text);

    private ISourceReader Open(string folder) => new FolderConnector(new(directory.File("inbox")), time).Open(Settings(folder));

    private async Task<PullReport> Pull(PullBudget? budget = null)
    {
        var reader = Open("in");
        var report = await new PullRun(reader, store, time).RunAsync(reader.Streams[0], store.Cursor("files"), budget ?? new(), TestContext.Current.CancellationToken);
        Assert.Null(report.Failure);
        return report;
    }
}
