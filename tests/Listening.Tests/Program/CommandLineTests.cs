using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>The program as a person and a script see it.</summary>
public sealed class CommandLineTests : IDisposable
{
    private static readonly Dictionary<string, string> Acme = new()
    {
        ["LISTENING__Brands__0__Name"] = "Acme",
        ["LISTENING__Brands__0__Handles__0"] = "*:acme",
    };

    private readonly TemporaryDirectory directory = new();

    private string Data => Path.Combine(directory.Path, "data");

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task An_import_tells_what_came_in_and_keeps_what_it_refused_and_a_second_one_adds_nothing()
    {
        var file = Write("""
            {"source":"s","id":"1","author":{"id":"ana"},"text":"@acme help","postedAt":"2026-01-05T09:00:00Z"}
            {"source":"s","id":"2","author":{"id":"acme"},"text":"@ana yes","postedAt":"2026-01-05T09:30:00Z","inReplyTo":"1"}
            {"source":"s","id":"2","author":{"id":"acme"},"text":"@ana yes","postedAt":"2026-01-05T09:30:00Z","inReplyTo":"1"}
            {"source":"s","id":"3","text":"who?","postedAt":"2026-01-05T09:00:00Z"}
            """);

        var first = await Commands.RunAsync(["import", file, "--data", Data], Acme);
        var second = await Commands.RunAsync(["import", file, "--data", Data], Acme);

        Assert.Equal(0, first.Code);
        Assert.Contains("2 accepted, 1 duplicate, 0 updated, 1 rejected", first.Output + first.Error);
        Assert.Contains("0 accepted, 3 duplicate, 0 updated, 1 rejected", second.Output + second.Error);
        Assert.Contains("/operations?from=2026-01-05", first.Output);
        var rejected = JsonSerializer.Deserialize<JsonElement>(Assert.Single(await File.ReadAllLinesAsync(file + ".rejected.ndjson", TestContext.Current.CancellationToken)));
        Assert.Equal(4, rejected.GetProperty("line").GetInt32());
        Assert.Contains("author", rejected.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task An_import_beside_a_running_server_goes_through_it_and_another_registry_derives_the_facts_again()
    {
        var file = Write("""
            {"source":"s","id":"1","author":{"id":"ana"},"text":"@acme help","postedAt":"2026-01-05T09:00:00Z"}
            {"source":"s","id":"2","author":{"id":"acme"},"text":"@ana yes","postedAt":"2026-01-05T09:30:00Z","inReplyTo":"1"}
            """);
        await using (var server = await RunningServer.StartAsync(Data, Acme, TestContext.Current.CancellationToken))
        {
            Assert.Equal(0, (await Commands.RunAsync(["import", file, "--data", Data])).Code);
            Assert.Equal((1, 1800), await FirstResponseAsync(server, expected: 1));
            Assert.Equal(0, (await Commands.RunAsync(["rebuild", "--data", Data])).Code);
            Assert.Equal((1, 1800), await FirstResponseAsync(server, expected: 1));
            Assert.Equal(0, await server.StopAsync());
        }

        var other = new Dictionary<string, string>(Acme) { ["LISTENING__Brands__0__Handles__0"] = "*:somebody_else" };
        await using var again = await RunningServer.StartAsync(Data, other, TestContext.Current.CancellationToken);
        Assert.Equal((0, null), await FirstResponseAsync(again, expected: 0));
    }

    [Fact]
    public async Task A_server_ends_within_ten_seconds_while_somebody_watches()
    {
        await using var server = await RunningServer.StartAsync(Data, Acme, TestContext.Current.CancellationToken);
        using var reader = await server.WithKeyAsync("read");
        using var stream = await reader.GetAsync(new Uri("/api/v1/stream?dashboard=operations", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);

        Assert.Equal(0, await server.StopAsync());
    }

    [Fact]
    public async Task A_revoked_keys_open_stream_ends()
    {
        await using var server = await RunningServer.StartAsync(Data, Acme, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Commands.RunAsync(["key", "add", "other", "--scope", "read", "--data", Data])).Code);
        var secret = (await Commands.RunAsync(["key", "add", "mine", "--scope", "read", "--data", Data])).Output.Trim();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stream?dashboard=operations") { Headers = { Authorization = new("Bearer", secret) } };
        using var stream = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        Assert.Equal(0, (await Commands.RunAsync(["key", "revoke", "mine", "--data", Data])).Code);

        // Reads to the end, which a stream that goes on never reaches; the test's own time-out would say so.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.StartsWith("event: hello", await stream.Content.ReadAsStringAsync(patience.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_killed_between_answers_has_everything_it_answered_for_each_once()
    {
        var accepted = 0L;
        for (var round = 0; round < 4; round++)
        {
            await using var server = await RunningServer.StartAsync(Data, Acme, TestContext.Current.CancellationToken);
            using var sender = await server.WithKeyAsync("ingest");
            var sending = Enumerable.Range(0, 200).Select(i => SendAsync(sender, $"{round}-{i}")).ToList();
            await Task.WhenAny(sending[round * 20], Task.WhenAll(sending));
            await server.KillAsync();
            accepted += (await Task.WhenAll(sending)).Count(answered => answered);
        }

        await using var last = await RunningServer.StartAsync(Data, Acme, TestContext.Current.CancellationToken);
        using var all = await last.WithKeyAsync("ingest,read");
        for (var round = 0; round < 4; round++)
            for (var i = 0; i < 200; i++)
                Assert.True(await SendAsync(all, $"{round}-{i}"));
        Assert.True(accepted > 0);
        Assert.Equal(800, await CountAsync(all, 800));
    }

    [Fact]
    public async Task What_a_person_can_mend_is_said_in_one_line()
    {
        var wrong = await Commands.RunAsync(["serve", "--data", Data], new Dictionary<string, string>(Acme) { ["LISTENING__Brands__0__Kind"] = "friend" });
        Assert.Equal((1, "Setting Brands:0:Kind: 'friend' is neither own nor competitor."), (wrong.Code, wrong.Error.Trim()));

        await using var server = await RunningServer.StartAsync(Data, Acme, TestContext.Current.CancellationToken);
        var second = await Commands.RunAsync(["serve", "--data", Data, "--urls", "http://127.0.0.1:0"], Acme);
        Assert.Equal((1, $"Another server already runs on {Data}."), (second.Code, second.Error.Trim()));

        var taken = await Commands.RunAsync(["serve", "--data", Path.Combine(directory.Path, "other"), "--urls", server.Client.BaseAddress!.ToString()], Acme);
        Assert.Equal(1, taken.Code);
        Assert.Contains("address already in use", taken.Error);
        Assert.DoesNotContain("   at ", taken.Error);
    }

    private static async Task<bool> SendAsync(HttpClient sender, string id)
    {
        var post = $$"""{"source":"s","id":"{{id}}","author":{"id":"ana"},"text":"@acme help","postedAt":"2026-01-05T09:00:00Z"}""";
        try
        {
            using var answer = await sender.PostAsync(new Uri("/api/v1/posts?arrival=backfill", UriKind.Relative), new StringContent(post, null, "application/x-ndjson"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<long> CountAsync(HttpClient reader, long expected)
    {
        while (true)
        {
            var answer = await reader.GetFromJsonAsync<JsonElement>("/api/v1/metrics/posts?from=2026-01-01&to=2026-02-01", TestContext.Current.CancellationToken);
            var n = answer.GetProperty("n").GetInt64();
            if (n >= expected) return n;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    // Facts follow posts within moments; the test's own time-out ends a wait for ever.
    private static async Task<(long N, double? Value)> FirstResponseAsync(RunningServer server, long expected)
    {
        using var reader = await server.WithKeyAsync("read");
        while (true)
        {
            var answer = await reader.GetFromJsonAsync<JsonElement>("/api/v1/metrics/frt?from=2026-01-01&to=2026-02-01", TestContext.Current.CancellationToken);
            var (n, value) = (answer.GetProperty("n").GetInt64(), answer.GetProperty("value"));
            if (n == expected) return (n, value.ValueKind == JsonValueKind.Null ? null : value.GetDouble());
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private string Write(string lines)
    {
        var file = Path.Combine(directory.Path, "posts.ndjson");
        File.WriteAllText(file, lines.ReplaceLineEndings("\n"));
        return file;
    }
}
