using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>What the set-up asks of the running program before anything is set.</summary>
public sealed class SetupTests : IAsyncLifetime
{
    private const string Delta = """{"name":"Delta","kind":"own","handles":["*:delta"],"watch":["delta"],"exclude":["delta force"]}""";

    private readonly TemporaryDirectory directory = new();
    private RunningServer server = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await RunningServer.StartAsync(directory.Path, new Dictionary<string, string>(), Cancelled);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task Posts_are_read_as_a_registry_would_that_is_not_set()
    {
        using var admin = await server.WithKeyAsync("admin");
        var (status, answer) = await AskAsync(admin, "reading", $$"""{"brands":[{{Delta}}],"posts":[{{Post("1", "ana", "Delta lost my bag")}},{{Post("2", "ana", "Delta Force is on")}},{{Post("3", "ana", "nice weather")}},{{Post("4", "delta", "we are sorry")}}]}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            [("Delta", "about_us", "customer"), ("Delta", "excluded", "customer"), ("", "about_us", "customer"), ("", "about_us", "own")],
            answer.GetProperty("items").EnumerateArray().Select(item => (
                string.Join(' ', item.GetProperty("named").EnumerateArray().Select(name => name.GetString())), item.GetProperty("relevance").GetString(), item.GetProperty("party").GetString())));
        Assert.Empty(JsonDocument.Parse(await admin.GetStringAsync(new Uri("/api/v1/admin/brands", UriKind.Relative), Cancelled)).RootElement.GetProperty("brands").EnumerateArray());
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_with_its_place()
    {
        using var admin = await server.WithKeyAsync("admin");

        var (status, answer) = await AskAsync(admin, "reading", $$"""{"brands":[{{Delta}}],"posts":[{{Post("1", "ana", "hello")}},{"source":"forum"}]}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("posts/1 ", answer.GetProperty("detail").GetString(), StringComparison.Ordinal);

        (status, answer) = await AskAsync(admin, "sources", """{"brand":{"name":"Delta","watch":["(delta"]}}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("brands/0/watch/0", answer.GetProperty("faults")[0].GetProperty("place").GetString());
    }

    [Fact]
    public async Task Who_may_say_who_we_are_is_led_to_the_set_up_until_it_is_said()
    {
        using var admin = await server.WithKeyAsync("admin");
        using var reader = await server.WithKeyAsync("read");

        Assert.Equal("/setup", await LandingAsync(admin));
        Assert.Equal("/operations", await LandingAsync(reader));

        using var set = new HttpRequestMessage(HttpMethod.Put, "/api/v1/admin/brands")
        {
            Content = new StringContent($$"""{"brands":[{{Delta}}],"timeZone":"UTC","weekStart":"monday"}""", Encoding.UTF8, "application/json"), Headers = { { "If-Match", "\"0\"" } },
        };
        using var answer = await admin.SendAsync(set, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("/operations", await LandingAsync(admin));
    }

    // Followed or not, the last address is where one lands.
    private static async Task<string> LandingAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), Cancelled);
        return answer.Headers.Location?.OriginalString ?? answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> AskAsync(HttpClient client, string what, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri($"/api/v1/admin/setup/{what}", UriKind.Relative), content, Cancelled);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled));
    }

    private static string Post(string id, string author, string text) =>
        $$$"""{"source":"forum","id":"{{{id}}}","author":{"id":"{{{author}}}","handle":"{{{author}}}"},"text":"{{{text}}}","postedAt":"2026-11-29T10:00:00Z"}""";
}
