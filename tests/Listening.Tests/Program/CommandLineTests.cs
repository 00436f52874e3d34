using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
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
            Assert.Contains("Nothing was in pieces.", (await Commands.RunAsync(["optimize", "--data", Data])).Output);
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
    public async Task A_server_whose_relational_store_is_broken_is_not_ready()
    {
        await using var server = await RunningServer.StartAsync(Data, Acme, TestContext.Current.CancellationToken);
        await using (var desk = new SqliteConnection($"Data Source={Path.Combine(Data, "desk.db")}"))
        {
            await desk.OpenAsync(TestContext.Current.CancellationToken);
            await using var rename = desk.CreateCommand();
            rename.CommandText = "ALTER TABLE sessions RENAME TO gone";
            await rename.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var ready = await server.Client.GetAsync(new Uri("/readyz", UriKind.Relative), TestContext.Current.CancellationToken);
        using var alive = await server.Client.GetAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.StatusCode, alive.StatusCode));
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
        const int Rounds = 6, ARound = 600;
        var answeredFor = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var server = await RunningServer.StartAsync(Data, Acme, TestContext.Current.CancellationToken);
            using var sender = await server.WithKeyAsync("ingest");
            var ids = Enumerable.Range(0, ARound).Select(i => $"{round}-{i}").ToList();
            var sending = ids.Select(id => SendAsync(sender, id)).ToList();
            // At another depth each round, and never at the end.
            for (var seen = 0; seen <= round * 40; seen++) await Task.WhenAny(sending.Where(sent => !sent.IsCompleted));
            await server.KillAsync();
            var answers = await Task.WhenAll(sending);
            answeredFor.AddRange(ids.Where((_, i) => answers[i] is not null));
        }

        Assert.InRange(answeredFor.Count, Rounds, (Rounds * ARound) - 1);
        await using var last = await RunningServer.StartAsync(Data, Acme, TestContext.Current.CancellationToken);
        using var all = await last.WithKeyAsync("ingest,read");
        // Only what was answered for is sent again: were one of them lost, it would be accepted now.
        foreach (var id in answeredFor) Assert.Equal((id, new Receipt(0, 1)), (id, await SendAsync(all, id)));
        // Facts follow posts within moments; half a minute is patience, not a measurement.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        List<string> listed;
        while ((listed = await ListedAsync(all)).Count < answeredFor.Count && !patience.IsCancellationRequested) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(listed.Count, listed.Distinct().Count());
        Assert.Subset(listed.ToHashSet(), answeredFor.ToHashSet());
    }

    [Fact]
    public async Task An_import_killed_midway_and_run_again_leaves_the_facts_of_a_clean_one()
    {
        var file = Write(string.Join('\n', Enumerable.Range(0, 60_000).Select(i => i % 2 == 0
            ? $$"""{"source":"s","id":"{{i}}","author":{"id":"c{{i}}"},"text":"@acme help {{i}}","postedAt":"2026-01-05T09:00:00Z"}"""
            : $$"""{"source":"s","id":"{{i}}","author":{"id":"acme"},"text":"@c{{i - 1}} yes","postedAt":"2026-01-05T{{10 + (i % 10)}}:30:00Z","inReplyTo":"{{i - 1}}"}""")));
        var cut = 0;
        foreach (var milliseconds in new[] { 900, 1500, 2200 })
        {
            using var import = Commands.Start(["import", file, "--data", Data], Acme);
            var printed = Task.WhenAll(import.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), import.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await Task.WhenAny(import.WaitForExitAsync(TestContext.Current.CancellationToken), Task.Delay(milliseconds, TestContext.Current.CancellationToken));
            if (!import.HasExited) cut++;
            import.Kill();
            await import.WaitForExitAsync(TestContext.Current.CancellationToken);
            await printed;
        }

        Assert.True(cut > 0, "every import had ended before it was killed");
        var again = await Commands.RunAsync(["import", file, "--data", Data], Acme);
        var clean = await Commands.RunAsync(["import", file, "--data", Data + "-clean"], Acme);
        Assert.Equal((0, 0), (again.Code, clean.Code));
        Assert.Contains("60,000 accepted, 0 duplicate", clean.Output);
        Assert.Equal(await FactsAsync(Data + "-clean"), await FactsAsync(Data));
    }

    [Fact]
    public async Task What_a_person_can_mend_is_said_in_one_line()
    {
        var wrong = await Commands.RunAsync(["serve", "--data", Data], new Dictionary<string, string>(Acme) { ["LISTENING__Brands__0__Kind"] = "friend" });
        Assert.Equal((1, "Setting Brands:0:Kind: 'friend' is neither own nor competitor."), (wrong.Code, wrong.Error.Trim()));

        await using var server = await RunningServer.StartAsync(Data, Acme, TestContext.Current.CancellationToken);
        var second = await Commands.RunAsync(["serve", "--data", Data, "--urls", "http://127.0.0.1:0"], Acme);
        Assert.Equal((1, $"Another server already runs on {Data}."), (second.Code, second.Error.Trim()));

        var lost = await Commands.RunAsync(["serve", "--data", Data + "-2", "--urls", "foo"], Acme);
        Assert.Equal((1, "Setting --urls: 'foo' is no address to listen on. Example: http://127.0.0.1:5210."), (lost.Code, lost.Error.Trim()));
        var brief = await Commands.RunAsync(["serve", "--data", Data + "-2"], new Dictionary<string, string>(Acme) { ["LISTENING__Retention"] = "00:05:00" });
        Assert.Equal((1, "Setting Retention: '00:05:00' is no time of at least a day. Example: 365.00:00:00 for a year."), (brief.Code, brief.Error.Trim()));
        var unreadable = await Commands.RunAsync(["serve", "--data", Data + "-2"], new Dictionary<string, string>(Acme) { ["LISTENING__Security__FailuresAllowed"] = "many" });
        Assert.Equal(1, unreadable.Code);
        Assert.StartsWith("Setting Security: ", unreadable.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", unreadable.Error);

        var taken = await Commands.RunAsync(["serve", "--data", Path.Combine(directory.Path, "other"), "--urls", server.Client.BaseAddress!.ToString()], Acme);
        Assert.Equal(1, taken.Code);
        Assert.Contains("address already in use", taken.Error);
        Assert.DoesNotContain("   at ", taken.Error);
    }

    /// <summary>Sends one post; gives what the answer counted, or null when there was none.</summary>
    private static async Task<Receipt?> SendAsync(HttpClient sender, string id)
    {
        var post = $$"""{"source":"s","id":"{{id}}","author":{"id":"ana"},"text":"@acme help","postedAt":"2026-01-05T09:00:00Z"}""";
        try
        {
            using var answer = await sender.PostAsync(new Uri("/api/v1/posts?arrival=backfill", UriKind.Relative), new StringContent(post, null, "application/x-ndjson"));
            return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<Receipt>() : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>The ids of all posts, page by page.</summary>
    private static async Task<List<string>> ListedAsync(HttpClient reader)
    {
        var ids = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = await reader.GetFromJsonAsync<JsonElement>($"/api/v1/posts?limit=500{cursor}", TestContext.Current.CancellationToken);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(post => post.GetProperty("identity").GetProperty("id").GetString()!));
            if (page.GetProperty("nextCursor").GetString() is not { } next) return ids;
            cursor = $"&cursor={Uri.EscapeDataString(next)}";
        }
    }

    /// <summary>What a server over this directory says of posts, answers and who waits.</summary>
    private static async Task<string> FactsAsync(string data)
    {
        await using var server = await RunningServer.StartAsync(data, Acme, TestContext.Current.CancellationToken);
        using var reader = await server.WithKeyAsync("read");
        var facts = new List<string>();
        foreach (var metric in new[] { "posts", "frt", "frt_p90", "backlog", "nrt", "frt_distribution" })
        {
            var answer = await reader.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{metric}?from=2026-01-01&to=2026-02-01&asOf=2026-02-01", TestContext.Current.CancellationToken);
            facts.Add($"{metric} {answer.GetProperty("value")} of {answer.GetProperty("n")} {answer.GetProperty("series")}");
        }

        Assert.Contains("posts 60000", facts[0]);
        return string.Join('\n', facts);
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

    private sealed record Receipt(long Accepted, long Duplicates);
}
