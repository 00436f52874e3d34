using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>What only real connections show: resuming a stream, TLS, an import beside a server.</summary>
public sealed class OverTheWireTests : IDisposable
{
    private static readonly Dictionary<string, string> Acme = new() { ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = "*:acme" };

    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Data => directory.File("data");

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_stream_goes_on_where_it_was_left_and_one_reset_says_that_too_much_was_missed()
    {
        await using var server = await RunningServer.StartAsync(Data, Acme, Cancelled);
        using var client = await server.WithKeyAsync("read,ingest");
        var (hello, before) = await FirstAsync(client, null);
        Assert.Equal("hello", hello);

        // Somebody looks while a post comes in: every tile moves, and is remembered.
        var watching = EventsAsync(client, before, "tile");
        using (var sent = await client.PostAsync(new Uri("/api/v1/posts", UriKind.Relative), new StringContent(
            """{"source":"s","id":"1","author":{"id":"ana"},"text":"@acme help","postedAt":"2026-01-05T09:00:00Z"}""", null, "application/x-ndjson"), Cancelled))
            Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var seen = await watching;

        var (resumed, id) = await FirstAsync(client, before);
        Assert.Equal("tile", resumed);
        Assert.True(id > before && id >= seen, $"{before} {seen} {id}");
        Assert.Equal("reset", (await FirstAsync(client, 1)).Event);
        Assert.Equal("reset", (await FirstAsync(client, long.MaxValue)).Event);
    }

    [Fact]
    public async Task Over_TLS_the_session_is_a_host_cookie_that_no_plain_connection_sees()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), DateTimeOffset.FromUnixTimeSeconds(4_000_000_000));
        await File.WriteAllTextAsync(directory.File("cert.pem"), certificate.ExportCertificatePem(), Cancelled);
        await File.WriteAllTextAsync(directory.File("key.pem"), key.ExportPkcs8PrivateKeyPem(), Cancelled);
        var settings = new Dictionary<string, string>(Acme)
        {
            ["LISTENING__Kestrel__Certificates__Default__Path"] = directory.File("cert.pem"), ["LISTENING__Kestrel__Certificates__Default__KeyPath"] = directory.File("key.pem"),
        };
        await using var server = await RunningServer.StartAsync(Data, settings, Cancelled, certificate: certificate);
        var link = (await Commands.RunAsync(["link", "--data", Data])).Output.Trim();
        Assert.StartsWith(server.Client.BaseAddress!.ToString(), link, StringComparison.Ordinal);
        Assert.StartsWith("https://", link, StringComparison.Ordinal);

        using var signIn = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("token", link.Split("token=")[1]), new("return", "/")]), Headers = { { "Sec-Fetch-Site", "same-origin" } },
        };
        using var signedIn = await server.Client.SendAsync(signIn, Cancelled);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single();
        var parts = cookie.Split("; ").Select(part => part.ToLowerInvariant()).ToList();

        Assert.StartsWith("__Host-listening=", cookie, StringComparison.Ordinal);
        Assert.Subset(parts.ToHashSet(), new[] { "secure", "httponly", "path=/", "samesite=lax" }.ToHashSet());
        // Without Domain, or the browser refuses the prefix: RFC 6265bis, section 4.1.3.2.
        Assert.DoesNotContain(parts, part => part.StartsWith("domain", StringComparison.Ordinal));
        using var page = new HttpRequestMessage(HttpMethod.Get, "/operations") { Headers = { { "Cookie", cookie.Split(';')[0] } } };
        using var shown = await server.Client.SendAsync(page, Cancelled);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Fact]
    public async Task An_import_beside_a_server_links_to_it_and_what_it_refused_is_in_the_servers_books()
    {
        var file = directory.File("posts.csv");
        await File.WriteAllTextAsync(file, "id,text,created,author\n1,help,2026-01-05T09:00:00Z,ana\n2,help,never,ana\n3,help,,ana\n", Cancelled);
        await using var server = await RunningServer.StartAsync(Data, Acme, Cancelled);

        var import = await Commands.RunAsync(["import", file, "--source", "forum", "--map", "id=id,text=text,postedAt=created,author.handle=author", "--data", Data]);

        Assert.Contains("1 accepted, 0 duplicate, 0 updated, 2 rejected", import.Output);
        Assert.Contains($"See them: {server.Client.BaseAddress}operations?from=2026-01-05", import.Output);
        using var reader = await server.WithKeyAsync("read,telemetry");
        var metrics = await reader.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancelled);
        Assert.Contains("""listening_ingest_posts_total{outcome="rejected",source="forum"} 2""", metrics);
    }

    [Fact]
    public async Task Counts_of_refused_lines_are_taken_only_in_their_form_and_for_what_the_key_may_send()
    {
        await using var server = await RunningServer.StartAsync(Data, Acme, Cancelled);
        using var sender = await server.WithKeyAsync("ingest:forum");
        Assert.Equal(HttpStatusCode.OK, await SendAsync("refused=forum:3&refused=twitter:5"));
        foreach (var wrong in new[] { "refused=forum", "refused=forum:0", "refused=forum:-1", "refused=forum:1000001", "refused=forum:x" })
            Assert.Equal((wrong, HttpStatusCode.BadRequest), (wrong, await SendAsync(wrong)));

        using var reader = await server.WithKeyAsync("telemetry");
        var metrics = await reader.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancelled);
        Assert.Contains("""listening_ingest_posts_total{outcome="rejected",source="forum"} 3""", metrics);
        Assert.Contains("""listening_ingest_posts_total{outcome="rejected",source="unknown"} 5""", metrics);

        async Task<HttpStatusCode> SendAsync(string query)
        {
            using var answer = await sender.PostAsync(new Uri($"/api/v1/posts?{query}", UriKind.Relative), new StringContent("", null, "application/x-ndjson"), Cancelled);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task The_OpenAPI_document_tells_of_the_body_of_posts()
    {
        await using var server = await RunningServer.StartAsync(Data, Acme, Cancelled);
        using var reader = await server.WithKeyAsync("read");
        var document = await reader.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancelled);

        var content = document.GetProperty("paths").GetProperty("/api/v1/posts").GetProperty("post").GetProperty("requestBody").GetProperty("content");
        var line = content.GetProperty("application/x-ndjson").GetProperty("schema");
        Assert.Equal(["author", "id", "postedAt", "source", "text"], line.GetProperty("required").EnumerateArray().Select(name => name.GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("array", content.GetProperty("application/json").GetProperty("schema").GetProperty("type").GetString());
        // Every field that a post is written with is in the schema.
        var written = JsonSerializer.Deserialize<JsonElement>(PostText());
        Assert.Equal([], written.EnumerateObject().Select(field => field.Name).Except(line.GetProperty("properties").EnumerateObject().Select(field => field.Name)));
    }

    private static string PostText()
    {
        var written = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = Listening.Collecting.PostJson.Writer(written)) Listening.Collecting.PostJson.Write(json, Some.Post());
        return System.Text.Encoding.UTF8.GetString(written.WrittenSpan);
    }

    private static async Task<(string Event, long Id)> FirstAsync(HttpClient client, long? last)
    {
        using var reader = await OpenAsync(client, last);
        return await NextAsync(reader);
    }

    private static async Task<long> EventsAsync(HttpClient client, long last, string until)
    {
        using var reader = await OpenAsync(client, last);
        while (true)
            if (await NextAsync(reader) is var (name, id) && name == until) return id;
    }

    private static async Task<StreamReader> OpenAsync(HttpClient client, long? last)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stream?dashboard=operations");
        if (last is { } id) request.Headers.Add("Last-Event-ID", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new StreamReader(await answer.Content.ReadAsStreamAsync(Cancelled));
    }

    private static async Task<(string Event, long Id)> NextAsync(StreamReader reader)
    {
        var (name, id) = ("", 0L);
        while (await reader.ReadLineAsync(Cancelled) is { Length: > 0 } line)
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            else if (line.StartsWith("id: ", StringComparison.Ordinal)) id = long.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture);
        return (name, id);
    }
}
