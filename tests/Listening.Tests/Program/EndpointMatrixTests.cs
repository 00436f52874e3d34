using System.Net;
using System.Text.RegularExpressions;
using Listening.Tests.Store;
using Listening.Web.Hosting;
using Listening.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Every endpoint that the running server has, those outside the OpenAPI document too, against the committed matrix beside this file.</summary>
public sealed partial class EndpointMatrixTests(EngineFixture engine) : IAsyncLifetime
{
    // What any address may be asked with.
    private static readonly string[] Queries = ["q", "filter", "from", "to", "period", "brand", "by", "group", "interval", "within", "compare", "cursor", "limit", "token", "return", "source"];

    private readonly TemporaryDirectory directory = new();
    private OpenStore store = null!;
    private WebApplication app = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await OpenStore.NewAsync(engine);
        var options = new ServeOptions("http://127.0.0.1:0", directory.File("data"), Demo: false);
        app = await ListeningServer.BuildAsync(options, TimeProvider.System, _ => Task.FromResult(store.Room), Cancelled);
        await app.StartAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await store.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public void Every_endpoint_has_its_row_and_every_row_its_endpoint() => Assert.Equal(
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Program", "endpoints.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(line => Spaces().Replace(line.Trim(), " ")).Order(StringComparer.Ordinal),
        Endpoints().Select(endpoint => $"{endpoint.Method} {endpoint.Path} {endpoint.Scope}").Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_stranger_gets_what_is_open_and_nothing_else()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = ServerAddress.Of(app.Services.GetRequiredService<IServer>()) };
        foreach (var (method, path, scope) in Endpoints())
        {
            using var request = new HttpRequestMessage(new HttpMethod(method == "ANY" ? "GET" : method), Parameter().Replace(path, "x"));
            if (method is "POST" or "PUT" or "PATCH") request.Content = new StringContent("{}", null, "application/json");
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
            // Signing in and out refuse what does not come from their own page; a hook what is not signed; a shared link that is none opens nothing.
            var expected = path.StartsWith("/shared/", StringComparison.Ordinal) ? HttpStatusCode.NotFound : scope != "open" || path.StartsWith("/hooks/", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : method == "POST" ? HttpStatusCode.Forbidden : HttpStatusCode.OK;
            Assert.Equal((method, path, expected), (method, path, answer.StatusCode));
        }

        using var file = await client.GetAsync(new Uri("/dashboards/operations/index.html", UriKind.Relative), Cancelled);
        using var outside = await client.GetAsync(new Uri("/dashboards/%2e%2e/appsettings.json", UriKind.Relative), Cancelled);
        using var folder = await client.GetAsync(new Uri("/dashboards/", UriKind.Relative), Cancelled);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (file.StatusCode, outside.StatusCode, folder.StatusCode));
    }

    [Theory]
    [InlineData(CallerKind.Nobody)]
    [InlineData(CallerKind.Executive)]
    [InlineData(CallerKind.Agent)]
    [InlineData(CallerKind.Supervisor)]
    [InlineData(CallerKind.Admin)]
    [InlineData(CallerKind.Link)]
    [InlineData(CallerKind.WrongKey)]
    [InlineData(CallerKind.RevokedKey)]
    [InlineData(CallerKind.ExpiredSession)]
    [InlineData(CallerKind.EndedSession)]
    [InlineData(CallerKind.HalfSignedIn)]
    [InlineData(CallerKind.Disabled)]
    public async Task Every_endpoint_lets_in_whom_its_scope_says_and_nobody_else(CallerKind caller)
    {
        var address = ServerAddress.Of(app.Services.GetRequiredService<IServer>());
        var callers = new MatrixCallers(app, address.Port);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        var asked = 0;
        foreach (var (method, path, scope) in Endpoints().Where(endpoint => endpoint.Scope != "open"))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method == "ANY" ? "GET" : method), Parameter().Replace(path, "x"));
            if (method is "POST" or "PUT" or "PATCH") request.Content = new StringContent("{}", null, "application/json");
            await callers.ProveAsync(request, caller, scope);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
            var expected = Expected(caller, scope);
            // A key that is not good is told to wait after thirty tries; nobody else is.
            var told = answer.StatusCode == HttpStatusCode.TooManyRequests && caller == CallerKind.RevokedKey ? HttpStatusCode.Unauthorized
                : answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500 ? answer.StatusCode : HttpStatusCode.OK;
            Assert.Equal((method, path, expected), (method, path, told));
            asked++;
        }

        Assert.True(asked > 40, $"{asked} endpoints were asked");
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("[null,1,{}]", null)]
    [InlineData("\"text\"", null)]
    [InlineData("{\"name\":1,\"role\":[],\"scopes\":{},\"brands\":7,\"password\":null,\"code\":{},\"value\":[]}", null)]
    [InlineData("{\"name\":null,\"role\":null,\"scopes\":[null],\"brands\":[null],\"note\":null,\"timeZone\":null,\"weekStart\":null}", null)]
    [InlineData("{\"name\":\"\\u0000\\ud800\",\"email\":\"\\u0000@x\",\"role\":\"\\u0000\",\"scopes\":[\"\\u0000\"],\"password\":\"\\u0000\",\"code\":\"\\u0000\",\"value\":\"\\u0000\"}", null)]
    [InlineData("{", null)]
    [InlineData("{}", "%00")]
    [InlineData("{}", "%ff%fe")]
    [InlineData("{}", "..%2f..%2fetc%2fpasswd")]
    [InlineData("{}", "00000000-0000-0000-0000-000000000000")]
    [InlineData("{}", "'%22;%20DROP%20TABLE%20posts")]
    public async Task Nothing_that_somebody_let_in_sends_breaks_an_endpoint(string body, string? parameter)
    {
        var address = ServerAddress.Of(app.Services.GetRequiredService<IServer>());
        var callers = new MatrixCallers(app, address.Port);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        var broken = new List<string>();
        foreach (var (method, path, scope) in Endpoints())
        {
            var query = method == "GET" && parameter is not null ? "?" + string.Join('&', Queries.Select(name => $"{name}={parameter}")) : "";
            using var request = new HttpRequestMessage(new HttpMethod(method == "ANY" ? "GET" : method), Parameter().Replace(path, parameter ?? "x") + query);
            if (method is "POST" or "PUT" or "PATCH") request.Content = new StringContent(body, null, scope == "open" ? "application/x-www-form-urlencoded" : "application/json");
            await callers.ProveAsync(request, CallerKind.Admin, scope);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
            if ((int)answer.StatusCode >= 500) broken.Add($"{method} {path}: {(int)answer.StatusCode}");
        }

        Assert.Empty(broken);
    }

    [Fact]
    public async Task Every_page_forbids_and_has_nothing_that_is_inline_or_from_elsewhere()
    {
        var address = ServerAddress.Of(app.Services.GetRequiredService<IServer>());
        var callers = new MatrixCallers(app, address.Port);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        var pages = new List<string>();
        foreach (var caller in (CallerKind[])[CallerKind.Admin, CallerKind.Nobody, CallerKind.Agent])
            foreach (var (_, path, _) in Endpoints().Where(endpoint => endpoint.Method == "GET" && endpoint.Path != "/api/v1/stream"))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Parameter().Replace(path, "operations") + (path == "/sign-in" && caller == CallerKind.Agent ? "?token=x" : ""));
                await callers.ProveAsync(request, caller, Scopes.Read);
                using var answer = await client.SendAsync(request, Cancelled);
                var policy = answer.Headers.GetValues("Content-Security-Policy").Single().Split(';', StringSplitOptions.TrimEntries);
                Assert.Contains("default-src 'none'", policy);
                Assert.Contains("script-src 'self'", policy);
                Assert.Contains("style-src 'self'", policy);
                Assert.Contains("img-src 'self' data:", policy);
                Assert.Contains("frame-ancestors 'none'", policy);
                Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
                if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
                Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
                Assert.DoesNotMatch(Inline(), await answer.Content.ReadAsStringAsync(Cancelled));
                pages.Add(path);
            }

        Assert.Superset(new HashSet<string>(["/operations", "/dashboards", "/people", "/keys", "/audit", "/account", "/sign-in", "/join"]), pages.ToHashSet());
    }

    // Written out once more, so that a slip in the table of roles is seen.
    private static HttpStatusCode Expected(CallerKind caller, string scope)
    {
        string[]? mine = caller switch
        {
            CallerKind.Executive => ["read", "read:internal", "person"],
            CallerKind.Agent => ["read", "triage", "reply", "person"],
            CallerKind.Supervisor => ["read", "read:internal", "triage", "reply", "approve", "sql", "person"],
            CallerKind.Admin => [.. ScopeClaims.All, "person"],
            CallerKind.Link => [.. ScopeClaims.All],
            CallerKind.WrongKey => [],
            _ => null,
        };
        return mine is null ? HttpStatusCode.Unauthorized : scope.Split('+').All(mine.Contains) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
    }

    private IEnumerable<(string Method, string Path, string Scope)> Endpoints() =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        let policies = endpoint.Metadata.OfType<IAuthorizeData>().Select(data => data.Policy ?? Scopes.Read).Distinct().Order(StringComparer.Ordinal).ToList()
        let scope = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "open" : policies.Count == 0 ? Scopes.Read : string.Join('+', policies)
        select (method, "/" + endpoint.RoutePattern.RawText!.Trim('/'), scope);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("<script(?![^>]*\\ssrc=\"/)|<style|\\sstyle=|\\son[a-z]+=|javascript:|(src|href)=\"(https?:)?//", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
