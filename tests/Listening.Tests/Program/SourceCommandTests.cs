using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Listening.Tests.Sources.Contract;
using Listening.Web.Commands;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>The command <c>listening source</c> against a running server, over its socket; and what a source keeps over a kill.</summary>
public sealed class SourceCommandTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Settings = new() { ["LISTENING__Sources__AllowedNetworks"] = "127.0.0.0/8", ["LISTENING__Storage__MinimumFree"] = "0" };
    private readonly TemporaryDirectory directory = new();
    private readonly DateTimeOffset began = TimeProvider.System.GetUtcNow();
    private StubServer feed = null!;
    private int first = 1;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        feed = await StubServer.StartAsync();
        feed.Answer = _ => new($$"""{"version":"https://jsonfeed.org/version/1.1","title":"News","items":[{{string.Join(',', Enumerable.Range(first, 3).Reverse().Select(Item))}}]}""");
    }

    public async ValueTask DisposeAsync()
    {
        await feed.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task Sources_are_added_tried_listed_paused_run_and_removed_from_the_terminal()
    {
        Assert.Equal((1, "", "No server runs on this data directory. Start it: listening serve\n"), await RunAsync("list"));
        await using var server = await RunningServer.StartAsync(directory.Path, Settings, Cancelled);
        Assert.Equal((0, "name\tkind\tstatus\taccepted\treason\n", ""), await RunAsync("list"));

        // Trying stores nothing and says what would come.
        var address = $"address={feed.Address}";
        var (code, tried, _) = await RunAsync("test", "--kind", "feed", "--set", address);
        Assert.Equal((0, 3), (code, tried.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.EndsWith("post 3\n", tried.Split('\n')[0] + "\n", StringComparison.Ordinal);
        var json = (await RunAsync("test", "--kind", "feed", "--set", address, "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["3", "2", "1"], json.Select(line => JsonElement.Parse(line).GetProperty("id").GetString()));
        Assert.Equal("name\tkind\tstatus\taccepted\treason\n", (await RunAsync("list")).Output);

        Assert.Equal((0, "Added: news.\n", ""), await RunAsync("add", "news", "--kind", "feed", "--every", "900", "--set", address));
        await UntilListedAsync("news\tfeed\thealthy\t3\t");
        await Assert.ThrowsAsync<ServerAnswerException>(() => RunAsync("add", "news", "--kind", "feed", "--set", address));
        Assert.Equal(3, (await RunAsync("test", "news")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        Assert.Equal(0, (await RunAsync("pause", "news")).Code);
        await UntilListedAsync("news\tfeed\tpaused\t3\t");
        first = 2;
        Assert.Equal(0, (await RunAsync("run", "news")).Code);
        await UntilListedAsync("news\tfeed\tpaused\t4\t");
        Assert.Equal(0, (await RunAsync("resume", "news")).Code);
        await UntilListedAsync("news\tfeed\thealthy\t4\t");

        feed.Answer = _ => new("", Status: 500);
        Assert.Equal((1, "", "Unreachable: 127.0.0.1 answered with 500\n"), await RunAsync("test", "news"));
        Assert.Equal(0, (await RunAsync("remove", "news")).Code);
        Assert.Equal("name\tkind\tstatus\taccepted\treason\n", (await RunAsync("list")).Output);
        var gone = await Assert.ThrowsAsync<ServerAnswerException>(() => RunAsync("pause", "news"));
        Assert.Equal("There is no source 'news'.", gone.Message);
    }

    [Fact]
    public async Task A_gap_is_shown_what_the_source_asked_for_holds_over_a_kill_and_its_budget_is_told()
    {
        string id;
        DateTimeOffset next;
        await using (var server = await RunningServer.StartAsync(directory.Path, Settings, Cancelled))
        {
            using var admin = await server.WithKeyAsync("admin,read");
            await RunAsync("add", "news", "--kind", "feed", "--set", $"address={feed.Address}");
            await UntilListedAsync("news\tfeed\thealthy\t3\t");
            id = (await SourcesAsync(admin)).GetProperty("id").GetString()!;
            var state = (await SourcesAsync(admin)).GetProperty("state");
            Assert.InRange(state.GetProperty("lag").GetDouble(), 0, 60);
            Assert.Equal((10, false), (state.GetProperty("budget").GetProperty("limit").GetInt32(), state.GetProperty("budget").GetProperty("told").GetBoolean()));

            // The feed shows its newest three, and not one of them is known.
            first = 30;
            await RunAsync("run", "news");
            await UntilListedAsync("news\tfeed\thealthy\t6\t");
            feed.Answer = _ => new("", Status: 429)
            {
                Headers = new Dictionary<string, string> { ["Retry-After"] = "900", ["X-RateLimit-Limit"] = "300", ["X-RateLimit-Remaining"] = "0", ["X-RateLimit-Reset"] = "900" },
            };
            await RunAsync("run", "news");
            await UntilListedAsync("news\tfeed\twaiting\t6\t127.0.0.1 was asked too often (429)");
            next = (await SourcesAsync(admin)).GetProperty("state").GetProperty("nextTry").GetDateTimeOffset();
            Assert.InRange((next - TimeProvider.System.GetUtcNow()).TotalMinutes, 10, 15.1);
            await server.KillAsync();
        }

        var asked = feed.Requests.Count;
        await using var again = await RunningServer.StartAsync(directory.Path, Settings, Cancelled);
        using var reader = await again.WithKeyAsync("admin,read");
        using (var run = await reader.PostAsync(new Uri($"/api/v1/admin/sources/{id}/run", UriKind.Relative), null, Cancelled)) Assert.Equal(HttpStatusCode.Accepted, run.StatusCode);
        // A second source of the same host shows that the scheduler has had its turn.
        await RunAsync("add", "other", "--kind", "hackernews", "--set", $"search-address={feed.Address}", "--set", "terms=acme");
        await UntilListedAsync("other\thackernews\twaiting");
        var source = await SourcesAsync(reader);
        Assert.Equal(next, source.GetProperty("state").GetProperty("nextTry").GetDateTimeOffset());
        Assert.Equal((300, 0, true), source.GetProperty("state").GetProperty("budget") is var told
            ? (told.GetProperty("limit").GetInt32(), told.GetProperty("remaining").GetInt32(), told.GetProperty("told").GetBoolean()) : default);
        Assert.DoesNotContain(feed.Requests.Skip(asked), path => path == "/");
        var gap = Assert.Single(source.GetProperty("gaps").EnumerateArray());
        Assert.Equal(("feed", "the source shows no older posts"), (gap.GetProperty("stream").GetString(), gap.GetProperty("reason").GetString()));
        Assert.Equal(At(30), gap.GetProperty("to").GetDateTimeOffset().ToString("O", CultureInfo.InvariantCulture)[..23]);
        Assert.Equal(["edits"], source.GetProperty("sees").EnumerateObject().Where(what => what.Value.GetBoolean()).Select(what => what.Name));
        Assert.Equal(["replies", "deletions", "reach"], source.GetProperty("cannotSee").EnumerateArray().Select(what => what.GetString()));
    }

    private string Item(int number) => $$"""{"id":"{{number}}","content_text":"post {{number}}","date_published":"{{began.AddMinutes(number - 10):O}}"}""";

    private string At(int number) => began.AddMinutes(number - 10).ToString("O", CultureInfo.InvariantCulture)[..23];

    private static async Task<JsonElement> SourcesAsync(HttpClient admin, string name = "news") =>
        (await admin.GetFromJsonAsync<JsonElement>("/api/v1/admin/sources", Cancelled)).GetProperty("items").EnumerateArray().Single(source => source.GetProperty("name").GetString() == name);

    private async Task UntilListedAsync(string line)
    {
        var deadline = TimeProvider.System.GetUtcNow().AddMinutes(2);
        for (var listed = ""; !listed.Split('\n').Any(one => one.StartsWith(line, StringComparison.Ordinal)); await Task.Delay(50, Cancelled))
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, listed);
            listed = (await RunAsync("list")).Output;
        }
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var root = new RootCommand { SourceCommand.Create() };
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await root.Parse(["source", .. arguments, "--data", directory.Path]).InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, Cancelled);
        return (code, output.ToString(), error.ToString());
    }
}
