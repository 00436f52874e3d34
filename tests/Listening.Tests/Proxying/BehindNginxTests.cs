using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.RegularExpressions;
using Listening.Tests.Program;
using Xunit;
using Command = Listening.Tests.Program.Commands;

namespace Listening.Tests.Proxying;

/// <summary>The running program behind a real nginx that ends TLS and serves it below a path of a shared host.</summary>
public sealed class BehindNginxTests : IAsyncLifetime
{
    private const string Said = """
        proxy_set_header Host $host; proxy_set_header X-Forwarded-Host $host; proxy_set_header X-Forwarded-Proto https;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        """;

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = "*:acme", ["LISTENING__Proxy__Known"] = "127.0.0.1",
        ["LISTENING__Proxy__PublicAddress"] = "https://listening.test/desk", ["LISTENING__Security__FailuresAllowed"] = "2",
    };

    private readonly TemporaryDirectory directory = new();
    private RunningServer? server;
    private Nginx? nginx;
    private HttpClient client = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var program = Nginx.Program();
        Assert.SkipWhen(program is null, "No nginx on this machine: ./test --install gets it on Debian and Ubuntu.");
        server = await RunningServer.StartAsync(directory.File("data"), Settings, Cancelled);
        var upstream = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        // The first passes the path on as it is, the second takes its prefix off and says nothing of it.
        nginx = await Nginx.StartAsync(program!, $$"""
            location /desk/ { {{Said}} proxy_pass {{upstream}}; }
            location /stripped/ { {{Said}} proxy_pass {{upstream}}/; }
            """, Cancelled);
        client = Through("listening.test");
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (nginx is not null) await nginx.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
        directory.Dispose();
    }

    [Theory]
    [InlineData("desk")]
    [InlineData("stripped")]
    public async Task Signing_in_pages_links_redirects_and_the_cookie_stay_below_the_path(string location)
    {
        var link = (await Command.RunAsync(["link", "--data", directory.File("data")])).Output.Trim();
        Assert.StartsWith("https://listening.test/desk/sign-in?token=", link, StringComparison.Ordinal);
        using var opened = await client.GetAsync($"/{location}/sign-in{new Uri(link).Query}", Cancelled);
        var page = await opened.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("action=\"/desk/sign-in/first\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk/sign-in.css\"", page, StringComparison.Ordinal);
        var half = opened.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("; path=/desk; secure; samesite=strict; httponly", half, StringComparison.Ordinal);

        using var form = new HttpRequestMessage(HttpMethod.Post, $"/{location}/sign-in/first")
        {
            Content = new FormUrlEncodedContent(
            [
                new("token", link.Split("token=")[1]), new("form-token", Regex.Match(page, "name=\"form-token\" value=\"([^\"]+)\"").Groups[1].Value),
                new("name", "Ann"), new("email", "ann@example.test"), new("password", "a long enough password"),
            ]),
            Headers = { { "Origin", "https://listening.test" }, { "Cookie", half.Split(';')[0] } },
        };
        using var signedIn = await client.SendAsync(form, Cancelled);
        Assert.Equal((HttpStatusCode.SeeOther, "/desk/"), (signedIn.StatusCode, signedIn.Headers.Location!.OriginalString));
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Secure-listening=", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/desk; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal);

        client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        using var root = await client.GetAsync($"/{location}/", Cancelled);
        Assert.Equal("/desk/operations", root.Headers.Location!.OriginalString);
        var operations = await client.GetStringAsync($"/{location}/operations", Cancelled);
        Assert.Contains("src=\"/desk/dashboards/operations/operations.js\"", operations, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"/dashboards", operations, StringComparison.Ordinal);
        using var script = await client.GetAsync($"/{location}/dashboards/operations/operations.js", Cancelled);
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
        var session = await client.GetFromJsonAsync<JsonElement>($"/{location}/api/v1/session", Cancelled);
        Assert.Equal("https://listening.test/desk/", session.GetProperty("address").GetString());
    }

    [Fact]
    public async Task Events_come_through_as_they_happen()
    {
        using var reader = await KeyAsync("read,ingest");
        using var stream = await reader.GetAsync("/desk/api/v1/stream?dashboard=operations", HttpCompletionOption.ResponseHeadersRead, Cancelled);
        Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
        // nginx takes the header as its own and shows it to nobody.
        Assert.False(stream.Headers.Contains("X-Accel-Buffering"));
        await using var body = await stream.Content.ReadAsStreamAsync(Cancelled);
        await using var events = SseParser.Create(body).EnumerateAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("hello", events.Current.EventType);

        using var sent = await reader.PostAsync("/desk/api/v1/posts", new StringContent(
            """{"source":"s","id":"1","author":{"id":"ana"},"text":"@acme help","postedAt":"2026-01-05T09:00:00Z"}""", null, "application/x-ndjson"), Cancelled);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        // The answer has not ended: what is read now was not waiting in anybody's buffer for more.
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("tile", events.Current.EventType);
    }

    [Theory]
    [InlineData("listening.attacker.example")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task A_host_name_that_nobody_gave_it_is_refused_the_machines_own_too(string host)
    {
        using var stranger = Through(host);
        using var answer = await stranger.GetAsync("/desk/sign-in", Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Failures_are_counted_by_visitor_and_not_by_proxy()
    {
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], await GuessAsync("203.0.113.7", 3));
        Assert.Equal([HttpStatusCode.Unauthorized], await GuessAsync("203.0.113.8", 1));
        // Whatever the guesser writes before it, the proxy's own word stands last.
        Assert.Equal([HttpStatusCode.TooManyRequests], await GuessAsync("198.51.100.1, 203.0.113.7", 1));
    }

    [Fact]
    public async Task Loopback_opens_nothing_where_requests_are_forwarded()
    {
        using var through = await client.GetAsync("/desk/readyz", Cancelled);
        using var beside = await server!.Client.GetAsync(new Uri("/readyz", UriKind.Relative), Cancelled);
        foreach (var answer in (HttpResponseMessage[])[through, beside])
            Assert.Equal(JsonValueKind.Null, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("checks").ValueKind);
        using var metrics = await client.GetAsync("/desk/metrics", Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, metrics.StatusCode);
        using var telemetry = await KeyAsync("telemetry");
        var known = await telemetry.GetFromJsonAsync<JsonElement>("/desk/readyz", Cancelled);
        Assert.Contains(known.GetProperty("checks").EnumerateArray(), check => check.GetProperty("reason").GetString() == "Proxies are known: 127.0.0.1/32.");
    }

    private async Task<List<HttpStatusCode>> GuessAsync(string visitor, int times)
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < times; i++)
        {
            using var guess = new HttpRequestMessage(HttpMethod.Get, "/desk/api/v1/session") { Headers = { { "Authorization", "Bearer guess" }, { "X-Forwarded-For", visitor } } };
            using var answer = await client.SendAsync(guess, Cancelled);
            answers.Add(answer.StatusCode);
        }

        return answers;
    }

    private async Task<HttpClient> KeyAsync(string scopes)
    {
        var key = (await Command.RunAsync(["key", "add", Guid.NewGuid().ToString("n"), "--scope", scopes, "--data", directory.File("data")])).Output.Trim();
        var keyed = Through("listening.test");
        keyed.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return keyed;
    }

    private HttpClient Through(string host)
    {
        var through = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = nginx!.Address };
        through.DefaultRequestHeaders.Host = host;
        return through;
    }
}
