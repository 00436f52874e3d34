using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Listening.Tests.Desk.Postgres;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>What several agents do to cases of the running program.</summary>
[Collection(SharedProgram.Name)]
public sealed class CaseWorkOfProgramTests(GoldenProgram program, PostgresFixture postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public Task Two_claim_the_same_case_a_hundred_times_and_there_is_always_one_winner() => ClaimAsync(program);

    [Fact]
    public async Task Two_claim_the_same_case_a_hundred_times_and_there_is_always_one_winner_on_PostgreSQL()
    {
        await using var other = new GoldenProgram { Operational = (await postgres.FreshDatabaseAsync()).ConnectionString };
        await other.InitializeAsync();
        await ClaimAsync(other);
    }

    [Fact]
    public async Task Who_follows_hears_of_each_new_case_and_each_change_and_of_who_is_there_and_misses_nothing_while_away()
    {
        await using var following = await FollowAsync(null);
        await NextAsync(following, "hello");
        await program.SendAsync(program.Post("b", "1", "ana", 0));
        var opened = await NextAsync(following, "case", data => data.GetProperty("case").GetProperty("postId").GetString() == "b-1");
        var id = opened.Data.GetProperty("id").GetInt64();
        Assert.Equal((1, "open", JsonValueKind.Null), (opened.Data.GetProperty("version").GetInt32(), opened.Data.GetProperty("status").GetString(), opened.Data.GetProperty("assignee").ValueKind));

        await program.DoneAsync($"{id}/claim");
        var claimed = await NextAsync(following, "case", data => data.GetProperty("id").GetInt64() == id);
        Assert.Equal(2, claimed.Data.GetProperty("version").GetInt32());
        Assert.StartsWith("key ", claimed.Data.GetProperty("assignee").GetString(), StringComparison.Ordinal);

        await program.DoneAsync($"{id}/presence", new { doing = "replying" }, HttpMethod.Put);
        var there = Assert.Single((await NextAsync(following, "presence")).Data.GetProperty("presence").EnumerateArray());
        Assert.Equal("replying", there.GetProperty("doing").GetString());
        Assert.Equal("replying", (await QueuedAsync(id)).GetProperty("presence")[0].GetProperty("doing").GetString());
        using var left = await GoldenProgram.DoAsync(program.Agent, HttpMethod.Delete, $"{id}/presence");
        Assert.Empty((await NextAsync(following, "presence")).Data.GetProperty("presence").EnumerateArray());

        await following.DisposeAsync();
        await program.DoneAsync($"{id}/notes", new { text = "While nobody looked." });
        await using var again = await FollowAsync(claimed.Id);
        Assert.Equal(3, (await NextAsync(again, "case", data => data.GetProperty("id").GetInt64() == id)).Data.GetProperty("version").GetInt32());
        await using var later = await FollowAsync("999999999");
        await NextAsync(later, "reset");
    }

    [Fact]
    public async Task Who_follows_hears_that_a_snooze_is_over()
    {
        await program.SendAsync(program.Post("snooze", "1", "ana", 0));
        var id = Assert.Single(await program.QueueAsync("snooze", 1)).GetProperty("case").GetProperty("id").GetInt64();
        await using var following = await FollowAsync(null);
        await NextAsync(following, "hello");
        await program.DoneAsync($"{id}/snooze", new { until = TimeProvider.System.GetUtcNow().AddSeconds(2) });
        await NextAsync(following, "case", data => data.GetProperty("id").GetInt64() == id && data.GetProperty("status").GetString() == "snoozed");
        await NextAsync(following, "case", data => data.GetProperty("id").GetInt64() == id && data.GetProperty("status").GetString() == "open");
        Assert.Single(await program.QueueAsync("snooze", 1));
    }

    [Fact]
    public async Task Tiles_and_cases_are_followed_at_once_and_cases_only_by_who_may_work_on_them()
    {
        await using var both = await FollowAsync(null, "dashboard=operations&tiles=waiting&");
        var first = await NextAsync(both, "hello");
        Assert.Contains(".", first.Id!, StringComparison.Ordinal);
        using var reader = await program.WithKeyAsync("read");
        foreach (var (client, query, expected) in new[] { (reader, "cases=true", HttpStatusCode.Forbidden), (program.Agent, "", HttpStatusCode.BadRequest), (program.Agent, "dashboard=none&cases=true", HttpStatusCode.NotFound) })
        {
            using var answer = await client.GetAsync(new Uri($"/api/v1/stream?{query}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancelled);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Several_are_resolved_at_once_each_with_its_answer_and_taken_back_by_who_did_it_alone()
    {
        await program.SendAsync([.. Enumerable.Range(1, 3).Select(i => program.Post("c", $"{i}", $"ana{i}", i))]);
        var ids = (await program.QueueAsync("c", 3)).ConvertAll(item => item.GetProperty("case").GetProperty("id").GetInt64());
        await program.DoneAsync($"{ids[2]}/notes", new { text = "Another version now." });

        var done = await program.DoneAsync("bulk", new { items = ids.Select(id => new { id, version = 1 }), action = "resolve", outcome = "spam" });
        Assert.Equal([(true, 2), (true, 2), (false, 2)], done.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("ok").GetBoolean(), item.GetProperty("version").GetInt32())));
        Assert.StartsWith("It is Open in version 2", done.GetProperty("items")[2].GetProperty("problem").GetString(), StringComparison.Ordinal);
        await program.QueueAsync("c", 1);
        await program.DoneAsync($"{ids[1]}/reopen");

        var token = done.GetProperty("undo").GetString();
        using var other = await program.WithKeyAsync("triage");
        using var stolen = await GoldenProgram.DoAsync(other, HttpMethod.Post, "undo", new { token });
        Assert.Equal(HttpStatusCode.NotFound, stolen.StatusCode);
        var back = await program.DoneAsync("undo", new { token });
        Assert.Equal([true, false], back.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("ok").GetBoolean()));
        using var twice = await GoldenProgram.DoAsync(program.Agent, HttpMethod.Post, "undo", new { token });
        Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);
        await program.WaitsAsync("c-1", waits => waits[0].GetProperty("leftOut").GetString() == "" && waits[0].GetProperty("resolvedAt").ValueKind == JsonValueKind.Null);

        var claimed = await program.DoneAsync("bulk", new { items = new[] { new { id = ids[0], version = 3 } }, action = "claim" });
        await program.DoneAsync($"{ids[0]}/notes", new { text = "Mine." });
        using var late = await GoldenProgram.DoAsync(program.Agent, HttpMethod.Post, "undo", new { token = claimed.GetProperty("undo").GetString() });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task A_case_is_merged_promised_and_given_to_a_team_and_If_Match_is_kept()
    {
        await program.SendAsync(program.Post("d", "1", "ana", 0), program.Post("d", "2", "ana.private", 1));
        var ids = (await program.QueueAsync("d", 2)).ConvertAll(item => item.GetProperty("case").GetProperty("id").GetInt64());
        await program.DoneAsync($"{ids[1]}/team", new { team = "Baggage" });
        using var stale = await GoldenProgram.DoAsync(program.Agent, HttpMethod.Post, $"{ids[1]}/merge", new { into = ids[0] }, "\"1\"");
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var into = (await program.DoneAsync($"{ids[1]}/merge", new { into = ids[0] })).GetProperty("case");
        Assert.Equal((ids[0], "Baggage", 2), (into.GetProperty("id").GetInt64(), into.GetProperty("team").GetString(), into.GetProperty("version").GetInt32()));
        Assert.Single(await program.QueueAsync("d", 1));

        var due = TimeProvider.System.GetUtcNow().AddHours(2);
        await program.DoneAsync($"{ids[0]}/promise", new { text = "The bag is found", due });
        Assert.Single(await program.QueueAsync("d", 1, "promise_due"));
        await program.DoneAsync($"{ids[0]}/promise/keep");
        var promise = Assert.Single((await program.CaseAsync(ids[1])).GetProperty("promises").EnumerateArray());
        Assert.Equal(("The bag is found", true), (promise.GetProperty("text").GetString(), promise.GetProperty("kept").GetBoolean()));
        Assert.Empty(await program.QueueAsync("d", "promise_due"));

        var window = $"from={due.AddSeconds(-1):yyyy-MM-ddTHH:mm:ssZ}&to={due.AddSeconds(2):yyyy-MM-ddTHH:mm:ssZ}";
        var kept = await program.Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/promises?{window}", Cancelled);
        Assert.Equal((1.0, 1, 1), (kept.GetProperty("value").GetDouble(), kept.GetProperty("n").GetInt32(), kept.GetProperty("items").GetArrayLength()));
        var none = await program.Agent.GetFromJsonAsync<JsonElement>("/api/v1/cases/promises?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z", Cancelled);
        Assert.Equal((JsonValueKind.Null, 0), (none.GetProperty("value").ValueKind, none.GetProperty("n").GetInt32()));
    }

    [Fact]
    public async Task What_no_case_can_be_is_refused_and_SQL_is_only_text()
    {
        const string Sql = "x'; DROP TABLE cases; --";
        await program.SendAsync(program.Post("e", "1", "ana", 0));
        var id = Assert.Single(await program.QueueAsync("e", 1)).GetProperty("case").GetProperty("id").GetInt64();
        var due = TimeProvider.System.GetUtcNow().AddHours(1);
        var one = new[] { new { id, version = 1 } };
        (string Address, object Body)[] refused =
        [
            ($"{id}/team", new { team = new string('x', 41) }), ($"{id}/team", new { team = "a\nb" }), ($"{id}/promise", new { text = "a\u0007b", due }), ($"{id}/promise", new { text = "", due }),
            ($"{id}/promise", new { text = new string('x', 201), due }), ($"{id}/promise", new { text = "x", due = due.AddDays(-1) }), ($"{id}/promise", new { text = "x", due = due.AddYears(2) }),
            ($"{id}/promise", new { text = "x" }), ($"{id}/merge", new { into = id }), ($"{id}/merge", new { into = 999_999 }), ($"{id}/merge", new { }), ("bulk", new { items = one, action = "erase" }),
            ("bulk", new { items = one }), ("bulk", new { items = one, action = "resolve" }), ("bulk", new { items = one.Concat(one), action = "claim" }), ("bulk", new { action = "claim" }),
            ("bulk", new { items = Enumerable.Range(1, 201).Select(i => new { id = i, version = 1 }), action = "claim" }), ("bulk", new { items = new[] { new { id } }, action = "claim" }),
            ("bulk", new { items = one, action = "tags", add = new[] { "two words" } }), ("undo", new { token = new string('x', 65) }), ("undo", new { }),
        ];
        foreach (var (address, body) in refused)
        {
            using var answer = await GoldenProgram.DoAsync(program.Agent, HttpMethod.Post, address, body);
            Assert.Equal((address, JsonSerializer.Serialize(body), HttpStatusCode.BadRequest), (address, JsonSerializer.Serialize(body), answer.StatusCode));
        }

        foreach (var doing in (string?[])["sleeping", null, Sql])
        {
            using var answer = await GoldenProgram.DoAsync(program.Agent, HttpMethod.Put, $"{id}/presence", new { doing });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        await program.DoneAsync($"{id}/team", new { team = Sql });
        await program.DoneAsync($"{id}/promise", new { text = $"\0{Sql}", due });
        var stands = (await program.Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}", Cancelled)).GetProperty("case");
        Assert.Equal((Sql, Sql), (stands.GetProperty("team").GetString(), stands.GetProperty("promise").GetString()));
    }

    private static async Task ClaimAsync(GoldenProgram program)
    {
        await program.SendAsync([.. Enumerable.Range(1, 100).Select(i => program.Post("a", $"{i}", $"ana{i}", i * 0.1))]);
        var ids = (await program.QueueAsync("a", 100)).ConvertAll(item => item.GetProperty("case").GetProperty("id").GetInt64());
        using var other = await program.WithKeyAsync("triage");
        foreach (var id in ids)
        {
            var both = await Task.WhenAll(GoldenProgram.DoAsync(program.Agent, HttpMethod.Post, $"{id}/claim", seen: "\"1\""), GoldenProgram.DoAsync(other, HttpMethod.Post, $"{id}/claim", seen: "\"1\""));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(answer => answer.StatusCode).Order());
            var (won, lost) = both[0].IsSuccessStatusCode ? (both[0], both[1]) : (both[1], both[0]);
            var winner = (await won.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("case").GetProperty("assignee").GetString();
            Assert.Equal(winner, (await lost.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("present").GetProperty("case").GetProperty("assignee").GetString());
            foreach (var answer in both) answer.Dispose();
        }
    }

    private async Task<JsonElement> QueuedAsync(long id) =>
        (await program.QueueAsync("b")).Single(item => item.GetProperty("case").GetProperty("id").GetInt64() == id);

    private async Task<IAsyncEnumerator<SseItem<string>>> FollowAsync(string? lastSeen, string more = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/stream?{more}cases=true");
        if (lastSeen is not null) request.Headers.Add("Last-Event-ID", lastSeen);
        var answer = await program.Agent.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return ReadAsync(answer).GetAsyncEnumerator(Cancelled);
    }

    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
            await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(Cancelled)).EnumerateAsync(Cancelled)) yield return item;
    }

    private static async Task<(string? Id, JsonElement Data)> NextAsync(IAsyncEnumerator<SseItem<string>> following, string type, Func<JsonElement, bool>? wanted = null)
    {
        while (await following.MoveNextAsync())
            if (following.Current.EventType == type && JsonDocument.Parse(following.Current.Data).RootElement is var data && (wanted is null || wanted(data)))
                return (following.Current.EventId, data);
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The stream ended before {type}."));
    }
}
