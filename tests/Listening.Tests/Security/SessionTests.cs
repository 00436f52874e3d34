using Listening.Access;
using System.Net;
using Xunit;

namespace Listening.Tests.Security;

public sealed class SessionTests(SecuredServer server) : IClassFixture<SecuredServer>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_up_and_pressing_the_button_does()
    {
        var link = await server.Links.CreateAsync(Actor.Terminal, Cancelled);
        using var client = server.Client();
        for (var preview = 0; preview < 3; preview++)
        {
            var page = await client.GetStringAsync($"/sign-in?token={link.Token}", Cancelled);
            Assert.Contains($"value=\"{link.Token}\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        }

        using var first = await SecuredServer.PostSignInAsync(client, link.Token);
        using var second = await SecuredServer.PostSignInAsync(client, link.Token);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Unauthorized), (first.StatusCode, second.StatusCode));
        Assert.False(second.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Of_two_that_press_at_once_one_gets_in()
    {
        var link = await server.Links.CreateAsync(Actor.Terminal, Cancelled);
        using var client = server.Client();
        var answers = await Task.WhenAll(SecuredServer.PostSignInAsync(client, link.Token), SecuredServer.PostSignInAsync(client, link.Token));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Unauthorized], answers.Select(answer => answer.StatusCode).Order());
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task A_link_of_sixteen_minutes_ago_opens_nothing()
    {
        var link = await server.Links.CreateAsync(Actor.Terminal, Cancelled);
        server.Time.Advance(TimeSpan.FromMinutes(16));
        using var client = server.Client();
        using var answer = await SecuredServer.PostSignInAsync(client, link.Token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("good for 15 minutes", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_for_http_alone_and_opens_pages_and_reads()
    {
        var link = await server.Links.CreateAsync(Actor.Terminal, Cancelled);
        using var client = server.Client();
        using var answer = await SecuredServer.PostSignInAsync(client, link.Token);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Matches($"^listening-{server.Address.Port}=[A-Za-z0-9_-]{{43}}; max-age=1209600; path=/; samesite=lax; httponly$", cookie);

        using var browser = await server.BrowserAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, HttpMethod.Get, "/page"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, HttpMethod.Get, "/api/probe/admin"));
    }

    [Fact]
    public async Task A_made_up_cookie_opens_nothing_and_is_taken_away()
    {
        using var browser = server.Client();
        browser.DefaultRequestHeaders.Add("Cookie", $"listening-{server.Address.Port}={new string('a', 43)}");
        using var answer = await browser.GetAsync("/page", Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("expires=Thu, 01 Jan 1970", answer.Headers.GetValues("Set-Cookie").Single(cookie => !cookie.StartsWith("listening-form", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_fourteen_days()
    {
        using var browser = await server.BrowserAsync();
        server.Time.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, HttpMethod.Get, "/page"));
        server.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, HttpMethod.Get, "/page"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_good()
    {
        using var browser = await server.BrowserAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, HttpMethod.Post, "/sign-out", ("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, HttpMethod.Get, "/page"));
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(browser, HttpMethod.Post, "/sign-out", ("Sec-Fetch-Site", "same-origin")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, HttpMethod.Get, "/page"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "SELF", HttpStatusCode.OK)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://attacker.example", HttpStatusCode.Forbidden)]
    [InlineData("X-Nothing", "said", HttpStatusCode.Forbidden)]
    public async Task A_session_changes_something_only_from_our_own_pages(string header, string value, HttpStatusCode expected)
    {
        using var browser = await server.BrowserAsync();
        var said = value == "SELF" ? server.Address.GetLeftPart(UriPartial.Authority) : value;
        Assert.Equal(expected, await StatusAsync(browser, HttpMethod.Post, "/api/probe/triage", (header, said)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, HttpMethod.Get, "/api/probe/triage", (header, said)));
    }

    [Fact]
    public async Task Another_site_cannot_sign_a_browser_in()
    {
        var link = await server.Links.CreateAsync(Actor.Terminal, Cancelled);
        using var client = server.Client();
        using var answer = await SecuredServer.PostSignInAsync(client, link.Token, site: "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var own = await SecuredServer.PostSignInAsync(client, link.Token);
        Assert.Equal(HttpStatusCode.SeeOther, own.StatusCode);
    }

    [Theory]
    [InlineData("/operations?from=2026-01-01", "/operations?from=2026-01-01")]
    [InlineData("", "/")]
    [InlineData("https://attacker.example/", "/")]
    [InlineData("//attacker.example/", "/")]
    [InlineData("/\\attacker.example/", "/")]
    [InlineData("/\t/attacker.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("~/page", "/")]
    public async Task Signing_in_leads_to_a_path_of_ours(string asked, string expected)
    {
        var link = await server.Links.CreateAsync(Actor.Terminal, Cancelled);
        using var client = server.Client();
        using var answer = await SecuredServer.PostSignInAsync(client, link.Token, asked);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task What_stands_in_a_link_is_shown_escaped()
    {
        using var client = server.Client();
        var page = await client.GetStringAsync("/sign-in?token=%22%3E%3Cimg%20src=x%3E&return=%2F%22%3E%3Cb%3E", Cancelled);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }
}
