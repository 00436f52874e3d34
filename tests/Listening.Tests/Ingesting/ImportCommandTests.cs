using System.CommandLine;
using Listening.Collecting;
using Listening.Storing;
using Listening.Tests.Collecting;
using Listening.Web.Commands;
using Listening.Web.Commands.Importing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Listening.Tests.Ingesting;

public sealed class ImportCommandTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly IngestServer server = new();
    private readonly TemporaryDirectory directory = new();
    private readonly MemoryPostStore local = new();
    private readonly Revisions revisions = new();
    private readonly StringWriter output = new(), error = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task A_file_goes_into_a_server_and_again_adds_nothing()
    {
        var file = Write("posts.ndjson", $"{Line("1", "2026-01-05T09:12:44Z")}\n{Line("2", "2026-01-07T10:00:30Z")}\n");
        Assert.Equal(0, await RunAsync(file, "--server", server.Address.ToString(), "--key", "ingest"));
        Assert.Equal($"""
            2 accepted, 0 duplicate, 0 updated, 0 rejected
            Posts from 2026-01-05T09:12:44Z to 2026-01-07T10:00:30Z
            See them: {server.Address}operations?from=2026-01-05T09:12:00Z&to=2026-01-07T10:01:00Z

            """, output.ToString());
        Assert.All(server.Store.Posts, post => Assert.Equal(Arrival.Backfill, post.Arrival));
        Assert.False(File.Exists(file + ".rejected.ndjson"));

        output.GetStringBuilder().Clear();
        Assert.Equal(0, await RunAsync(file, "--server", server.Address.ToString(), "--key", "ingest"));
        Assert.StartsWith("0 accepted, 2 duplicate, 0 updated, 0 rejected\n", output.ToString());
    }

    [Fact]
    public async Task Without_a_server_a_file_goes_into_the_store_and_becomes_facts()
    {
        Assert.Equal(0, await RunAsync(Write("posts.ndjson", Line("1")), "--data", directory.File("data")));
        Assert.Equal("1", Assert.Single(local.Posts).Post.Identity.Id);
        Assert.Equal(1, revisions.Current);
        Assert.Contains("See them: /operations?from=2026-01-05T09:12:00Z&to=2026-01-05T09:13:00Z on the dashboard", output.ToString());
    }

    [Fact]
    public async Task Refused_lines_go_to_a_file_with_their_numbers_reasons_and_bytes_whoever_refused_them()
    {
        var file = Write("posts.ndjson", $"{Line("1")}\n\nnot a post é\n{Line("2").Replace("mastodon", "twitter")}\n");
        Assert.Equal(0, await RunAsync(file, "--server", server.Address.ToString(), "--key", "ingest:mastodon"));
        Assert.StartsWith("1 accepted, 0 duplicate, 0 updated, 2 rejected\n", output.ToString());
        var lines = await File.ReadAllLinesAsync(file + ".rejected.ndjson", Token);
        Assert.StartsWith("""{"line":3,"reason":"is not JSON: 'not a post é' is an invalid JSON literal.""", lines[0]);
        Assert.EndsWith(""","raw":"not a post é"}""", lines[0]);
        Assert.StartsWith("""{"line":4,"reason":"`source` is not one this key may send: twitter","raw":""", lines[1]);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public async Task A_table_is_mapped_by_its_options()
    {
        var file = Write("reviews.csv", "Nr;Wer;Was;Wann\n1;ana;\"eins\nzwei\";2026-01-05 10:12\n");
        Assert.Equal(0, await RunAsync(file, "--map", "id=Nr,author.handle=Wer,text=Was,postedAt=Wann", "--source", "reviews", "--audience", "internal", "--time-zone", "Europe/Berlin", "--data", directory.File("data")));
        var post = Assert.Single(local.Posts).Post;
        Assert.Equal((new PostId("reviews", "1"), "eins\nzwei", Audience.Internal, new DateTimeOffset(2026, 1, 5, 9, 12, 0, TimeSpan.Zero)), (post.Identity, post.Text, post.Audience, post.SourcePostedAt));
    }

    [Theory]
    [InlineData("posts.xml", "", 2, "its name does not tell its format")]
    [InlineData("posts.ndjson", "{}\n{}\n", 3, "2 rejected lines with their reasons")]
    [InlineData("posts.csv", "a,b\n1,2\n", 2, "No column for source; say which one with --map source=COLUMN.")]
    [InlineData("posts.ndjson", "", 0, "")]
    public async Task The_exit_code_says_how_it_went(string name, string content, int code, string words)
    {
        Assert.Equal(code, await RunAsync(Write(name, content), "--data", directory.File("data")));
        Assert.Contains(words, error.ToString());
    }

    [Fact]
    public async Task A_file_that_is_not_there_stops_no_other()
    {
        Assert.Equal(2, await RunAsync(directory.File("absent.ndjson"), Write("posts.ndjson", Line("1")), "--data", directory.File("data")));
        Assert.Contains("absent.ndjson", error.ToString());
        Assert.Single(local.Posts);
    }

    [Fact]
    public async Task A_server_that_refuses_is_told_with_its_own_words()
    {
        Assert.Equal(1, await RunAsync(Write("posts.ndjson", Line("1")), "--server", new Uri(server.Address, "elsewhere").ToString(), "--key", "ingest"));
        Assert.EndsWith("The server answered 404 Not Found.\n", error.ToString());
    }

    [Theory]
    [InlineData("nowhere", "ingest", "'nowhere' is no address of a server.")]
    [InlineData("http://127.0.0.1:1", " ", "A key is needed")]
    public async Task A_server_needs_an_address_and_a_key(string address, string key, string words)
    {
        Assert.Equal(1, await RunAsync(Write("posts.ndjson", Line("1")), "--server", address, "--key", key));
        Assert.StartsWith(words, error.ToString());
    }

    private static string Line(string id, string at = "2026-01-05T09:12:44Z") => $$"""{"source":"mastodon","id":"{{id}}","author":{"id":"7"},"text":"hm","postedAt":"{{at}}"}""";

    private string Write(string name, string content)
    {
        File.WriteAllText(directory.File(name), content);
        return directory.File(name);
    }

    private async Task<int> RunAsync(params string[] arguments)
    {
        var command = ImportCommand.Create(TimeProvider.System, (_, _) => Task.FromResult<IImportTarget>(Local()));
        return await command.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, Token);
    }

    private LocalTarget Local()
    {
        var projector = new MemoryProjector(local);
        var commits = new CommitGroups(local);
        var loop = new ProjectingLoop(projector, projector, revisions, TimeProvider.System, NullLogger<ProjectingLoop>.Instance);
        return new LocalTarget(new CollectingPipeline(commits, loop, TimeProvider.System), TimeProvider.System, commits);
    }
}
