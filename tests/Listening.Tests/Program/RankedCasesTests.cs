using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Search, kept searches, priority and rules of the running program.</summary>
public sealed class RankedCasesTests : IAsyncLifetime
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
        agent = await server.WithKeyAsync("triage,read,ingest,admin");
    }

    public async ValueTask DisposeAsync()
    {
        agent.Dispose();
        await server.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task What_threatens_stands_at_risk_is_found_kept_and_ruled_and_what_cannot_be_read_is_refused_with_its_place()
    {
        await RuleAsync();
        await PostAsync("1", "ana", "@acme my bag is gone and I call my lawyer tomorrow");
        await PostAsync("2", "ben", "@acme where can I find the bus to your shop please");
        var found = await FoundAsync("/api/v1/cases?view=at_risk");
        Assert.Contains("names a lawyer or an authority", found.GetProperty("priority").GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
        Assert.InRange(found.GetProperty("priority").GetProperty("score").GetInt32(), 80, 100);
        var id = found.GetProperty("case").GetProperty("id").GetInt64();
        Assert.Equal(id, (await FoundAsync("/api/v1/cases?q=" + Uri.EscapeDataString("\"my bag\" AND tag:risk NOT author:ben"))).GetProperty("case").GetProperty("id").GetInt64());
        Assert.Equal("Legal", found.GetProperty("case").GetProperty("team").GetString());
        var alert = Assert.Single((await ReadAsync("/api/v1/alerts")).GetProperty("items").EnumerateArray(), one => one.GetProperty("kind").GetString() == "rule_matched");
        Assert.Equal($"/triage?case={id}", alert.GetProperty("link").GetString());
        Assert.Equal(0, (await ReadAsync($"/api/v1/cases/{id}/similar")).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/api/v1/cases/{id}/outbreak"));

        await RefusedAsync();
        await KeptAsync();
    }

    private async Task RuleAsync()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(HttpMethod.Post, "/api/v1/admin/rules", new { name = "Risk", query = "lawyer (", actions = new { mute = true } }));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(HttpMethod.Post, "/api/v1/admin/rules", new { name = "Risk", query = "assignee:me", actions = new { mute = true } }));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(HttpMethod.Post, "/api/v1/admin/rules", new { name = "Risk", query = "lawyer", actions = new { tags = new[] { "two words" } } }));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(HttpMethod.Post, "/api/v1/admin/rules", new { name = "Risk", query = "lawyer", actions = new { team = "two\nlines" } }));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(HttpMethod.Post, "/api/v1/admin/rules", new { name = "Risk", query = "lawyer" }));
        var rule = new { name = "Risk", query = "lawyer", actions = new { tags = new[] { "risk" }, team = "Legal", priority = 80, alert = true }, enabled = false };
        Assert.Equal(HttpStatusCode.Created, await SendAsync(HttpMethod.Post, "/api/v1/admin/rules", rule));
        Assert.Equal(HttpStatusCode.Conflict, await SendAsync(HttpMethod.Post, "/api/v1/admin/rules", rule));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Patch, "/api/v1/admin/rules/1", new { enabled = true }));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Patch, "/api/v1/admin/rules/9", new { enabled = true }));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Post, "/api/v1/admin/rules/try", new { query = "lawyer" }));
        var entries = (await ReadAsync("/api/v1/admin/audit")).GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("action").GetString()).ToList();
        Assert.Equal((1, 1), (entries.Count(action => action == "rule.add"), entries.Count(action => action == "rule.change")));
    }

    private async Task RefusedAsync()
    {
        foreach (var (search, position) in new[] { ("late (", 6), ("colour:red", 0), ("late is:reply", 5), ("priority:many", 0), (new string('(', 40) + "a", 32), ("a AND NOT", 9) })
        {
            using var answer = await agent.GetAsync(new Uri("/api/v1/cases?q=" + Uri.EscapeDataString(search), UriKind.Relative), Cancelled);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
            Assert.Equal((search, HttpStatusCode.BadRequest, position), (search, answer.StatusCode, problem.GetProperty("position").GetInt32()));
            Assert.NotEqual(HttpStatusCode.BadRequest, await StatusAsync("/api/v1/cases?q=" + Uri.EscapeDataString(problem.GetProperty("example").GetString()!)));
        }

        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("/api/v1/cases?q=" + new string('a', 2001)));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("/api/v1/cases?view=nothing"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("/api/v1/cases?cursor=1.2.3"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/v1/cases?q=" + Uri.EscapeDataString("\"'; DROP TABLE cases; --\"")));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(HttpMethod.Post, "/api/v1/views", new { name = "Long", query = new string('a', 100_000) }));
    }

    private async Task KeptAsync()
    {
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Post, "/api/v1/views", new { name = "Bags", query = "bag*" }));
        var view = Assert.Single((await ReadAsync("/api/v1/views")).GetProperty("items").EnumerateArray());
        Assert.Equal(("Bags", "bag*", 1), (view.GetProperty("name").GetString(), view.GetProperty("query").GetString(), view.GetProperty("count").GetInt32()));
        using var other = await server.WithKeyAsync("triage");
        Assert.Equal(0, (await other.GetFromJsonAsync<JsonElement>("/api/v1/views", Cancelled)).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(HttpMethod.Delete, $"/api/v1/views/{view.GetProperty("id")}", null));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Delete, $"/api/v1/views/{view.GetProperty("id")}", null));
    }

    private async Task PostAsync(string id, string author, string text)
    {
        var post = new { source = "mastodon", id, author = new { id = author, handle = author }, text, postedAt = TimeProvider.System.GetUtcNow().AddMinutes(-20), mentions = new[] { "acme" } };
        using var answer = await agent.PostAsJsonAsync("/api/v1/posts", new[] { post }, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private Task<JsonElement> ReadAsync(string path) => agent.GetFromJsonAsync<JsonElement>(path, Cancelled);

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await agent.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await agent.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }

    private async Task<JsonElement> FoundAsync(string path)
    {
        while (true)
        {
            var items = (await ReadAsync(path)).GetProperty("items");
            if (items.GetArrayLength() > 0) return Assert.Single(items.EnumerateArray());
            await Task.Delay(50, Cancelled);
        }
    }
}
