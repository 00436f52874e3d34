using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Cases of the running program: from a post that comes in to the clock that hears what an agent did.</summary>
public sealed class RunningCasesTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Configured = new()
    {
        ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = "*:acme", ["LISTENING__Storage__MinimumFree"] = "0",
    };

    private readonly TemporaryDirectory directory = new();
    private RunningServer server = null!;
    private HttpClient agent = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync(directory.Path, Configured, Cancelled);
        agent = await server.WithKeyAsync("triage,read,ingest");
    }

    public async ValueTask DisposeAsync()
    {
        agent.Dispose();
        await server.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task A_complaint_is_claimed_once_and_who_comes_late_is_told_who_has_it()
    {
        await PostAsync("1", "ana", TimeProvider.System.GetUtcNow().AddMinutes(-20));
        var id = await OnlyAsync("unassigned");
        using var other = await server.WithKeyAsync("triage");

        using var won = await DoAsync(agent, id, "claim", null, "\"1\"");
        using var lost = await DoAsync(other, id, "claim", null, "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (won.StatusCode, won.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
        var assignee = (await JsonAsync(won)).GetProperty("case").GetProperty("assignee").GetString();
        var problem = await JsonAsync(lost);
        Assert.Equal(("urn:listening:problem:case-changed", assignee), (problem.GetProperty("type").GetString(), problem.GetProperty("present").GetProperty("case").GetProperty("assignee").GetString()));
        Assert.Equal(1, (await PageAsync("mine")).GetProperty("counts").GetProperty("mine").GetInt32());

        using var noted = await DoAsync(agent, id, "notes", new { text = "He called twice." });
        using var tagged = await DoAsync(agent, id, "tags", new { add = new[] { "bag" } });
        using var refused = await DoAsync(agent, id, "resolve", new { outcome = "no_answer_needed" });
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.BadRequest), (noted.StatusCode, tagged.StatusCode, refused.StatusCode));
        var file = await agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}", Cancelled);
        Assert.Equal(["opened", "claimed", "noted", "tagged"], file.GetProperty("history").EnumerateArray().Select(moment => moment.GetProperty("action").GetString()));
        Assert.Equal("bag", file.GetProperty("tags")[0].GetString());
    }

    [Fact]
    public async Task Case_03_and_04_what_was_resolved_and_comes_back_is_a_second_episode_and_the_backlog_follows()
    {
        var start = TimeProvider.System.GetUtcNow().AddMinutes(-40);
        await PostAsync("1", "ana", start);
        await PostAsync("2", "acme", start.AddMinutes(5), "1", bot: true);
        var id = await OnlyAsync("needs_answer");
        using var resolved = await DoAsync(agent, id, "resolve", new { outcome = "answered_in_private" });
        Assert.Equal(HttpStatusCode.OK, resolved.StatusCode);
        var wait = (await WaitsAsync("1", waits => waits[0].GetProperty("resolvedAt").ValueKind == JsonValueKind.String))[0];
        Assert.Equal(JsonValueKind.Null, wait.GetProperty("closedAt").ValueKind);
        Assert.Equal(0, (await PageAsync("needs_answer")).GetProperty("items").GetArrayLength());

        var back = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        await PostAsync("3", "ana", back, "2");
        Assert.Equal(id, await OnlyAsync("reopened"));
        await PostAsync("4", "acme", back.AddMilliseconds(10), "3");
        var waits = await WaitsAsync("1", waits => waits.Count == 2 && waits[1].GetProperty("closedAt").ValueKind == JsonValueKind.String);
        Assert.Equal([1, 2], waits.Select(one => one.GetProperty("episode").GetInt32()));
        Assert.Equal(TimeSpan.FromMilliseconds(10), waits[1].GetProperty("closedAt").GetDateTimeOffset() - waits[1].GetProperty("openedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task What_needs_no_answer_is_left_out_with_its_reason_and_a_rebuild_says_the_same()
    {
        await PostAsync("1", "ana", TimeProvider.System.GetUtcNow().AddMinutes(-20));
        var id = await OnlyAsync("needs_answer");
        using var resolved = await DoAsync(agent, id, "resolve", new { outcome = "no_answer_needed", reason = "a joke" });
        await WaitsAsync("1", waits => waits[0].GetProperty("leftOut").GetString() == "no answer needed: a joke");

        using var admin = await server.WithKeyAsync("admin");
        using var rebuilt = await admin.PostAsync(new Uri("/api/v1/admin/rebuild", UriKind.Relative), null, Cancelled);
        await rebuilt.Content.ReadAsStringAsync(Cancelled);
        Assert.True(rebuilt.IsSuccessStatusCode);
        await WaitsAsync("1", waits => waits[0].GetProperty("leftOut").GetString() == "no answer needed: a joke");

        using var reopened = await DoAsync(agent, id, "reopen", null);
        await WaitsAsync("1", waits => waits[0].GetProperty("leftOut").GetString() == "" && waits[0].GetProperty("resolvedAt").ValueKind == JsonValueKind.Null);
        Assert.Equal(id, await OnlyAsync("needs_answer"));
    }

    private async Task PostAsync(string id, string author, DateTimeOffset at, string? inReplyTo = null, bool bot = false)
    {
        var post = new
        {
            source = "mastodon", id, author = new { id = author, handle = author, bot }, text = author == "acme" ? $"We look into it {id}" : "My bag is gone @acme",
            postedAt = at, inReplyTo, mentions = author == "acme" ? [] : new[] { "acme" },
        };
        using var answer = await agent.PostAsJsonAsync("/api/v1/posts", new[] { post }, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> DoAsync(HttpClient client, long id, string what, object? body, string? seen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{id}/{what}");
        if (body is not null) request.Content = JsonContent.Create(body);
        if (seen is not null) request.Headers.TryAddWithoutValidation("If-Match", seen);
        return await client.SendAsync(request, Cancelled);
    }

    private static Task<JsonElement> JsonAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);

    private Task<JsonElement> PageAsync(string view) => agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases?view={view}", Cancelled);

    private async Task<long> OnlyAsync(string view)
    {
        while (true)
        {
            var items = (await PageAsync(view)).GetProperty("items");
            if (items.GetArrayLength() > 0) return Assert.Single(items.EnumerateArray()).GetProperty("case").GetProperty("id").GetInt64();
            await Task.Delay(50, Cancelled);
        }
    }

    private async Task<List<JsonElement>> WaitsAsync(string id, Func<List<JsonElement>, bool> until)
    {
        while (true)
        {
            var waits = (await agent.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/mastodon/{id}", Cancelled)).GetProperty("waits").EnumerateArray().ToList();
            if (waits.Count > 0 && until(waits)) return waits;
            await Task.Delay(50, Cancelled);
        }
    }
}
