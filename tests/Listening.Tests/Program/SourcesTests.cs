using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Listening.Tests.Sources.Contract;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Sources of the running program: set up over HTTP, pulled, and kept over a kill.</summary>
public sealed class SourcesTests : IAsyncLifetime
{
    private const string Credential = "hunter2-credential";
    private static readonly Dictionary<string, string> Allowed = new() { ["LISTENING__Sources__AllowedNetworks"] = "127.0.0.0/8", ["LISTENING__Storage__MinimumFree"] = "0" };
    private readonly TemporaryDirectory directory = new();
    private StubServer feed = null!;
    private readonly DateTimeOffset began = TimeProvider.System.GetUtcNow();
    private int items = 3;
    private string word = "post";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        feed = await StubServer.StartAsync();
        feed.Answer = _ => new(
            $"""{"{"}"version":"https://jsonfeed.org/version/1.1","title":"News","items":[{string.Join(',', Enumerable.Range(1, items).Reverse().Select(Item))}]{"}"}""");
    }

    public async ValueTask DisposeAsync()
    {
        await feed.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task A_feed_that_is_added_is_read_at_once_and_a_kill_loses_nothing()
    {
        await using (var server = await RunningServer.StartAsync(directory.Path, Allowed, Cancelled))
        {
            using var admin = await server.WithKeyAsync("admin,read");
            using var tried = await admin.PostAsJsonAsync("/api/v1/admin/sources/test", new { kind = "feed", settings = new { address = feed.Address } }, Cancelled);
            var trial = await tried.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
            Assert.Equal(["3", "2", "1"], trial.GetProperty("posts").EnumerateArray().Select(post => post.GetProperty("id").GetString()));
            Assert.Equal(0, await PostsAsync(admin));

            var added = await AddAsync(admin);
            Assert.Equal(("news", "feed", false), (added.GetProperty("name").GetString(), added.GetProperty("kind").GetString(), added.GetProperty("paused").GetBoolean()));
            await UntilAsync(async () => await PostsAsync(admin) == 3);
            await server.KillAsync();
        }

        items = 5;
        await using var next = await RunningServer.StartAsync(directory.Path, Allowed, Cancelled);
        using var again = await next.WithKeyAsync("admin,read");
        var source = Assert.Single((await again.GetFromJsonAsync<JsonElement>("/api/v1/admin/sources", Cancelled)).GetProperty("items").EnumerateArray());
        using var run = await again.PostAsync(new Uri($"/api/v1/admin/sources/{source.GetProperty("id").GetString()}/run", UriKind.Relative), null, Cancelled);
        Assert.Equal(HttpStatusCode.Accepted, run.StatusCode);
        await UntilAsync(async () => await PostsAsync(again) == 5);
        await UntilAsync(async () =>
        {
            var state = (await again.GetFromJsonAsync<JsonElement>($"/api/v1/admin/sources/{source.GetProperty("id").GetString()}", Cancelled)).GetProperty("state");
            return state.GetProperty("status").GetString() == "healthy" && state.GetProperty("accepted").GetInt64() == 5;
        });
    }

    [Fact]
    public async Task A_post_that_a_feed_rewrites_without_saying_so_shows_its_new_text()
    {
        await using var server = await RunningServer.StartAsync(directory.Path, Allowed, Cancelled);
        using var admin = await server.WithKeyAsync("admin,read");
        var id = (await AddAsync(admin)).GetProperty("id").GetString();
        await UntilAsync(async () => await PostsAsync(admin) == 3);
        word = "rewritten";
        using var run = await admin.PostAsync(new Uri($"/api/v1/admin/sources/{id}/run", UriKind.Relative), null, Cancelled);
        await UntilAsync(async () => (await admin.GetStringAsync("/api/v1/posts/news/2", Cancelled)).Contains("rewritten 2", StringComparison.Ordinal));
        Assert.Equal(3, await PostsAsync(admin));
    }

    [Fact]
    public async Task A_source_that_is_gone_for_good_is_stopped_until_somebody_changes_it()
    {
        feed.Answer = _ => new("", Status: 410);
        await using var server = await RunningServer.StartAsync(directory.Path, Allowed, Cancelled);
        using var admin = await server.WithKeyAsync("admin,read");
        var id = (await AddAsync(admin)).GetProperty("id").GetString();
        JsonElement state = default;
        await UntilAsync(async () =>
        {
            state = (await admin.GetFromJsonAsync<JsonElement>($"/api/v1/admin/sources/{id}", Cancelled)).GetProperty("state");
            return state.GetProperty("status").GetString() == "stopped";
        });

        Assert.Equal("127.0.0.1 says that it is gone for good (410)", state.GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Null, state.GetProperty("nextTry").ValueKind);
        using var deleted = await admin.DeleteAsync(new Uri($"/api/v1/admin/sources/{id}", UriKind.Relative), Cancelled);
        using var gone = await admin.GetAsync(new Uri($"/api/v1/admin/sources/{id}", UriKind.Relative), Cancelled);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task Refusals_name_the_field_and_private_networks_are_closed_unless_allowed()
    {
        await using var server = await RunningServer.StartAsync(directory.Path, new Dictionary<string, string>(), Cancelled);
        using var admin = await server.WithKeyAsync("admin");
        Assert.Equal(["settings.address"], await ErrorsAsync(admin, new { name = "news", kind = "feed", settings = new { } }));
        Assert.Equal(["settings.address"], await ErrorsAsync(admin, new { name = "news", kind = "feed", settings = new { address = "ftp://example.com" } }));
        Assert.Equal(["settings.address"], await ErrorsAsync(admin, new { name = "news", kind = "feed", settings = new { address = "secret:other" } }));
        Assert.Equal(["settings.colour"], await ErrorsAsync(admin, new { name = "news", kind = "feed", settings = new { address = feed.Address, colour = "red" } }));
        Assert.Equal(["kind"], await ErrorsAsync(admin, new { name = "news", kind = "telex", settings = new { } }));
        Assert.Equal(["name"], await ErrorsAsync(admin, new { name = "a:b", kind = "feed", settings = new { address = feed.Address } }));
        Assert.Equal(["every"], await ErrorsAsync(admin, new { name = "news", kind = "feed", every = 1, settings = new { address = feed.Address } }));
        using var tried = await admin.PostAsJsonAsync("/api/v1/admin/sources/test", new { kind = "feed", settings = new { address = feed.Address } }, Cancelled);
        var failure = (await tried.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("failure");
        Assert.Equal(("misconfigured", 0), (failure.GetProperty("kind").GetString(), feed.Requests.Count));
    }

    [Fact]
    public async Task A_credential_never_comes_back_and_is_in_no_log()
    {
        await using var server = await RunningServer.StartAsync(directory.Path, new Dictionary<string, string> { ["LISTENING__Logging__LogLevel__Default"] = "Debug" }, Cancelled);
        using var admin = await server.WithKeyAsync("admin");
        using var added = await admin.PostAsJsonAsync(
            "/api/v1/admin/sources",
            new { name = "sky", kind = "bluesky", paused = true, settings = new Dictionary<string, string> { ["handle"] = "acme.example", ["password"] = Credential } },
            Cancelled);
        var text = await added.Content.ReadAsStringAsync(Cancelled);
        Assert.Equal((HttpStatusCode.Created, text), (added.StatusCode, text));
        var source = JsonElement.Parse(text);
        Assert.True(source.GetProperty("settings").GetProperty("password").GetProperty("kept").GetBoolean());
        var id = source.GetProperty("id").GetString();
        using var changed = await admin.PatchAsJsonAsync($"/api/v1/admin/sources/{id}", new { every = 600, settings = new { handle = "acme.example" } }, Cancelled);
        var after = await changed.Content.ReadAsStringAsync(Cancelled);
        Assert.True(JsonElement.Parse(after).GetProperty("settings").GetProperty("password").GetProperty("kept").GetBoolean());
        await AsksForTheCredentialAgainAsync(admin, id!);
        var secrets = await admin.GetStringAsync("/api/v1/admin/secrets", Cancelled);
        Assert.Contains($"source.{Guid.Parse(id!):N}.password", secrets, StringComparison.Ordinal);
        var audit = await admin.GetStringAsync("/api/v1/admin/audit", Cancelled);
        using var deleted = await admin.DeleteAsync(new Uri($"/api/v1/admin/sources/{id}", UriKind.Relative), Cancelled);
        Assert.DoesNotContain("source.", await admin.GetStringAsync("/api/v1/admin/secrets", Cancelled), StringComparison.Ordinal);

        await server.StopAsync();
        Assert.All([text, after, audit, await server.SaidAsync()], said => Assert.DoesNotContain(Credential, said, StringComparison.Ordinal));
        Assert.Contains("source.add", audit, StringComparison.Ordinal);
    }

    // Who can change a source must not be able to have its credential sent to themself.
    private static async Task AsksForTheCredentialAgainAsync(HttpClient admin, string id)
    {
        var moved = new Dictionary<string, string> { ["handle"] = "acme.example", ["service"] = "https://collector.example" };
        using var change = await admin.PatchAsJsonAsync($"/api/v1/admin/sources/{id}", new { settings = moved }, Cancelled);
        using var trial = await admin.PostAsJsonAsync("/api/v1/admin/sources/test", new { id, settings = moved }, Cancelled);
        foreach (var answer in (HttpResponseMessage[])[change, trial])
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("errors");
            Assert.Equal(
                "`service` is another one, and what is kept would be sent there: type `password` again",
                Assert.Single(errors.EnumerateObject().Single(error => error.Name == "settings.password").Value.EnumerateArray()).GetString());
        }

        using var typed = await admin.PatchAsJsonAsync(
            $"/api/v1/admin/sources/{id}", new { settings = new Dictionary<string, string>(moved) { ["password"] = Credential } }, Cancelled);
        Assert.Equal(HttpStatusCode.OK, typed.StatusCode);
        using var back = await admin.PatchAsJsonAsync($"/api/v1/admin/sources/{id}", new { settings = new { handle = "acme.example" } }, Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, back.StatusCode);
    }

    private string Item(int number) =>
        $$"""{"id":"{{number}}","content_text":"{{word}} {{number}}","url":"https://example.com/{{number}}","date_published":"{{began.AddMinutes(number - 10):O}}"}""";

    private async Task<JsonElement> AddAsync(HttpClient admin)
    {
        using var added = await admin.PostAsJsonAsync("/api/v1/admin/sources", new { name = "news", kind = "feed", every = 900, settings = new { address = feed.Address } }, Cancelled);
        var text = await added.Content.ReadAsStringAsync(Cancelled);
        Assert.True(added.StatusCode == HttpStatusCode.Created, text);
        return JsonElement.Parse(text);
    }

    private static async Task<string[]> ErrorsAsync(HttpClient admin, object body)
    {
        using var answer = await admin.PostAsJsonAsync("/api/v1/admin/sources", body, Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("errors").EnumerateObject().Select(error => error.Name)];
    }

    private async Task<int> PostsAsync(HttpClient reader) =>
        (await reader.GetFromJsonAsync<JsonElement>($"/api/v1/posts?from={began.AddHours(-1).UtcDateTime:O}&to={began.AddHours(1).UtcDateTime:O}", Cancelled)).GetProperty("items").GetArrayLength();

    private static async Task UntilAsync(Func<Task<bool>> met)
    {
        while (!await met()) await Task.Delay(100, Cancelled);
    }
}
