using Listening.Access;
using System.Net;
using Listening.Desk;
using Listening.Desk.Access;
using Listening.Web.Security;
using Xunit;

namespace Listening.Tests.Security;

public sealed class KeyAuthenticationTests(SecuredServer server) : IClassFixture<SecuredServer>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, HttpStatusCode> Matrix()
    {
        var matrix = new TheoryData<string, string, HttpStatusCode>();
        string[] given = [.. ScopeClaims.All, "ingest:shop"];
        foreach (var scope in given)
        {
            foreach (var demanded in ScopeClaims.All)
            {
                var good = scope == demanded || scope == "admin" || (scope == "ingest:shop" && demanded == "ingest");
                matrix.Add(scope, demanded, good ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
            }
        }

        return matrix;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_scope_opens_what_it_names_and_admin_opens_all(string given, string demanded, HttpStatusCode expected)
    {
        using var client = server.Client((await server.KeyAsync(given)).Secret);
        using var read = await client.GetAsync($"/api/probe/{demanded}", Cancelled);
        using var write = await client.PostAsync($"/api/probe/{demanded}", null, Cancelled);
        Assert.Equal((expected, expected), (read.StatusCode, write.StatusCode));
        if (expected == HttpStatusCode.Forbidden) Assert.Equal("application/problem+json", read.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Nobody_gets_401_as_a_problem_on_the_api_and_as_a_page_elsewhere()
    {
        using var client = server.Client();
        foreach (var path in (string[])["/api/probe/read", "/api/v1/admin/keys", "/api/nothing-here"])
        {
            using var api = await client.GetAsync(path, Cancelled);
            Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType!.MediaType));
            Assert.Contains("urn:listening:problem:unauthenticated", await api.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
            Assert.Equal("Bearer", api.Headers.WwwAuthenticate.Single().Scheme);
        }

        foreach (var path in (string[])["/page", "/", "/nothing-here"])
        {
            using var page = await client.GetAsync(path, Cancelled);
            Assert.Equal((HttpStatusCode.Unauthorized, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
            Assert.Contains("listening link", await page.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_that_says_nothing_about_itself_demands_read()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync((await server.KeyAsync("read")).Secret, "/page"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync((await server.KeyAsync("ingest")).Secret, "/page"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("lk_abcdefgh_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_key_that_was_never_made_opens_nothing(string key) => Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(key, "/page"));

    [Fact]
    public async Task The_right_id_with_another_keys_secret_opens_nothing()
    {
        var mine = (await server.KeyAsync("read")).Secret;
        var other = (await server.KeyAsync("read")).Secret;
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(mine[..12] + other[12..], "/page"));
    }

    [Fact]
    public async Task A_key_revoked_here_is_refused_at_once()
    {
        var key = await server.KeyAsync("read");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(key.Secret, "/page"));
        using var admin = server.Client((await server.KeyAsync("admin")).Secret);
        using var revoked = await admin.DeleteAsync($"/api/v1/admin/keys/{key.Key.Id}", Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(key.Secret, "/page"));
    }

    [Fact]
    public async Task A_key_revoked_by_another_process_is_refused_within_five_seconds()
    {
        var key = await server.KeyAsync("read");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(key.Secret, "/page"));
        await using var store = DeskStore.Sqlite(server.Data.Desk);
        await new ApiKeys(store, server.Time).RevokeAsync(key.Key.Id, Actor.Terminal, Cancelled);
        server.Time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(key.Secret, "/page"));
    }

    [Fact]
    public async Task A_use_is_noted_once_in_ten_minutes()
    {
        var key = await server.KeyAsync("read");
        var first = server.Time.GetUtcNow();
        await StatusAsync(key.Secret, "/page");
        server.Time.Advance(TimeSpan.FromMinutes(9));
        await StatusAsync(key.Secret, "/page");
        Assert.Equal(first, await LastUsedAsync(key.Key.Id));
        server.Time.Advance(TimeSpan.FromMinutes(1));
        await StatusAsync(key.Secret, "/page");
        Assert.Equal(first + TimeSpan.FromMinutes(10), await LastUsedAsync(key.Key.Id));
    }

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        using var client = server.Client((await server.KeyAsync("read")).Secret);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page") { Headers = { Host = "listening.attacker.example" } };
        using var answer = await client.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Every_answer_forbids_foreign_and_inline_scripts()
    {
        using var client = server.Client();
        foreach (var path in (string[])["/page", "/api/probe/read", "/sign-in"])
        {
            using var answer = await client.GetAsync(path, Cancelled);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    private async Task<HttpStatusCode> StatusAsync(string key, string path)
    {
        using var client = server.Client(key);
        using var answer = await client.GetAsync(path, Cancelled);
        return answer.StatusCode;
    }

    private async Task<DateTimeOffset?> LastUsedAsync(string id) => (await server.Keys.ListAsync(Cancelled)).Single(key => key.Id == id).LastUsed;
}
