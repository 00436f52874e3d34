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
            // Signing in and out refuse what does not come from their own page.
            var expected = scope != "open" ? HttpStatusCode.Unauthorized : method == "POST" ? HttpStatusCode.Forbidden : HttpStatusCode.OK;
            Assert.Equal((method, path, expected), (method, path, answer.StatusCode));
        }

        using var file = await client.GetAsync(new Uri("/dashboards/operations/index.html", UriKind.Relative), Cancelled);
        using var outside = await client.GetAsync(new Uri("/dashboards/%2e%2e/appsettings.json", UriKind.Relative), Cancelled);
        using var folder = await client.GetAsync(new Uri("/dashboards/", UriKind.Relative), Cancelled);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (file.StatusCode, outside.StatusCode, folder.StatusCode));
    }

    private IEnumerable<(string Method, string Path, string Scope)> Endpoints() =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        let policies = endpoint.Metadata.OfType<IAuthorizeData>().Select(data => data.Policy ?? Scopes.Read).Distinct().Order(StringComparer.Ordinal).ToList()
        let scope = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "open" : policies.Count == 0 ? Scopes.Read : string.Join('+', policies)
        select (method, "/" + endpoint.RoutePattern.RawText!.Trim('/'), scope);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
