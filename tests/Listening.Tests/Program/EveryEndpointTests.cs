using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Listening.Web.Hosting;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Every endpoint the server tells of, asked from outside; a new one cannot escape, because the list comes from the server itself.</summary>
public sealed partial class EveryEndpointTests(PlainServer plain) : IClassFixture<PlainServer>
{
    private static readonly string[] OpenToAll = ["GET /sign-in", "POST /sign-in", "POST /sign-out"];

    [Fact]
    public async Task Nothing_is_readable_or_writable_without_a_key()
    {
        var endpoints = await EndpointsAsync();
        Assert.Contains(("POST", "/api/v1/posts"), endpoints);
        Assert.Contains(("GET", "/api/v1/stream"), endpoints);

        foreach (var (method, path) in endpoints.Where(endpoint => !OpenToAll.Contains($"{endpoint.Method} {endpoint.Path}")))
            Assert.Equal((method, path, HttpStatusCode.Unauthorized), (method, path, await AskAsync(plain.Server.Client, method, path)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/operations")]
    [InlineData("/dashboards")]
    [InlineData("/dashboards/mine")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/v1/nothing-here")]
    [InlineData("/nothing-here")]
    [InlineData("/metrics")]
    public async Task Pages_and_addresses_that_do_not_exist_tell_a_stranger_nothing(string path) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(plain.Server.Client, "GET", path));

    [Fact]
    public async Task A_key_for_reading_writes_nothing_and_a_key_for_sending_reads_nothing()
    {
        using var reader = await plain.Server.WithKeyAsync("read");
        using var sender = await plain.Server.WithKeyAsync("ingest");
        foreach (var (method, path) in await EndpointsAsync())
        {
            if (path.StartsWith("/api/v1/admin/", StringComparison.Ordinal) || (method, path) == ("POST", "/api/v1/posts"))
                Assert.Equal((path, HttpStatusCode.Forbidden), (path, await AskAsync(reader, method, path)));
            if (path.StartsWith("/api/", StringComparison.Ordinal) && path != "/api/v1/posts")
                Assert.Equal((path, HttpStatusCode.Forbidden), (path, await AskAsync(sender, method, path)));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(sender, "GET", "/api/v1/posts"));
    }

    [Fact]
    public void The_server_listens_on_loopback_alone()
    {
        // proc(5): local_address is hexadecimal, the address in host order; 0A is LISTEN.
        var sockets = Directory.EnumerateFiles($"/proc/{plain.Server.Id}/fd").Select(fd => new FileInfo(fd).LinkTarget).OfType<string>()
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal)).Select(target => target[8..^1]).ToHashSet();
        var listening = new[] { "tcp", "tcp6" }.SelectMany(table => File.ReadLines($"/proc/{plain.Server.Id}/net/{table}").Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(line => line[3] == "0A" && sockets.Contains(line[9])).ToList();

        Assert.All(Assert.Single(listening)[1].Split(':')[..1], address => Assert.Equal("0100007F", address));
        Assert.StartsWith("http://127.0.0.1:", ServeOptions.DefaultUrls, StringComparison.Ordinal);
    }

    private async Task<List<(string Method, string Path)>> EndpointsAsync()
    {
        using var admin = await plain.Server.WithKeyAsync("admin");
        var document = await admin.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        return [.. document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => (method.Name.ToUpperInvariant(), path.Name)))];
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Parameter().Replace(path, "x"));
        if (method is "POST" or "PUT" or "PATCH") request.Content = new StringContent("{}", null, "application/json");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
