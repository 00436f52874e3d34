using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Listening.Tests.Program;
using Xunit;
using Command = Listening.Tests.Program.Commands;

namespace Listening.Tests.OpenId;

/// <summary>The running program and a real provider, from the button to the session and its role; on each relational store.</summary>
public abstract class RoundTripContract : IAsyncLifetime
{
    private readonly TemporaryDirectory directory = new();
    private OpenIdProvider provider = null!;
    private RunningServer server = null!;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Data => directory.File("data");

    /// <summary>Where its relational store is; null for the one in the data directory.</summary>
    protected abstract Task<string?> StoreAsync();

    public async ValueTask InitializeAsync()
    {
        var store = await StoreAsync() is { } connection ? new Dictionary<string, string> { ["LISTENING__Storage__Operational"] = connection } : [];
        var address = RunningServer.FreeAddress();
        provider = await OpenIdProvider.StartAsync(directory.Path, new Uri(address, "/sign-in/openid/callback"), Cancelled);
        using (var secret = Command.Start(["secret", "set", "provider", "--data", Data], store))
        {
            await secret.StandardInput.WriteLineAsync(OpenIdProvider.ClientSecret);
            secret.StandardInput.Close();
            await secret.WaitForExitAsync(Cancelled);
            Assert.Equal(0, secret.ExitCode);
        }

        server = await RunningServer.StartAsync(Data, new Dictionary<string, string>(store)
        {
            ["LISTENING__Brands__0__Name"] = "Acme",
            ["LISTENING__SignIn__OpenId__Authority"] = provider.Issuer.ToString(), ["LISTENING__SignIn__OpenId__ClientId"] = "listening",
            ["LISTENING__SignIn__OpenId__ClientSecret"] = "secret:provider", ["LISTENING__SignIn__OpenId__Scopes"] = "email profile roles",
            ["LISTENING__SignIn__OpenId__DisplayName"] = "Acme account", ["LISTENING__SignIn__Passwords"] = "false",
            ["LISTENING__SignIn__OpenId__Roles__desk-agents"] = "agent", ["LISTENING__SignIn__OpenId__Roles__desk-admins"] = "admin", ["LISTENING__SignIn__OpenId__Roles__board"] = "executive",
        }, Cancelled, address: address);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        if (provider is not null) await provider.DisposeAsync();
        directory.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Roles_come_from_the_claims_of_every_sign_in()
    {
        await KnowAmyAsync(verified: true, "desk-agents", "cooks");
        using var agent = await SignedInAsync("amy");
        Assert.Equal(["read", "reply", "triage"], await ScopesAsync(agent));

        await KnowAmyAsync(verified: true, "board", "desk-admins");
        using var admin = await SignedInAsync("amy");
        Assert.Equal(["admin"], await ScopesAsync(admin));
        // One person all the time: the session of before has what they are now.
        Assert.Equal(["admin"], await ScopesAsync(agent));
        var people = await admin.GetFromJsonAsync<JsonElement>("/api/v1/admin/users", Cancelled);
        Assert.Equal("amy@example.test", Assert.Single(people.EnumerateArray()).GetProperty("email").GetString());

        await KnowAmyAsync(verified: true, "cooks");
        using var refused = await ReturnAsync("amy");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Set-Cookie") && refused.Headers.GetValues("Set-Cookie").Any(cookie => cookie.StartsWith("listening-", StringComparison.Ordinal)));
        Assert.Contains("You have no part in Listening yet.", await refused.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_address_at_another_subject_opens_nobodys_account_unless_the_provider_verified_it()
    {
        await provider.KnowAsync(new { amy = Account("amy@example.test", true, "desk-admins"), eve = Account("amy@example.test", false, "desk-admins") });
        using var amy = await SignedInAsync("amy");
        using var eve = await ReturnAsync("eve");
        Assert.Equal(HttpStatusCode.Forbidden, eve.StatusCode);
        Assert.Contains("the provider does not say that it is yours", await eve.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);

        await provider.KnowAsync(new { eve = Account("Amy@Example.test", true, "desk-admins") });
        using var second = await SignedInAsync("eve");
        Assert.Single((await amy.GetFromJsonAsync<JsonElement>("/api/v1/admin/users", Cancelled)).EnumerateArray());
    }

    [Fact]
    public async Task The_only_door_shows_no_password_and_the_machines_link_still_opens()
    {
        var page = await server.Client.GetStringAsync("/sign-in", Cancelled);
        Assert.Contains("Sign in with Acme account", page, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", page, StringComparison.Ordinal);
        // The link still opens; nothing on its page asks for a password, and no form of the door takes one.
        var link = await Command.RunAsync(["link", "--data", Data]);
        var opened = await server.Client.GetStringAsync(new Uri(link.Output.Trim()), Cancelled);
        Assert.Contains("action=\"/sign-in\"", opened, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", opened, StringComparison.Ordinal);
        foreach (var form in (string[])["/sign-in/password", "/sign-in/first", "/join"])
        {
            using var tried = new HttpRequestMessage(HttpMethod.Post, form)
            {
                Content = new FormUrlEncodedContent([new("token", link.Output.Trim().Split("token=")[1]), new("name", "Amy"), new("email", "amy@example.test"), new("password", "any any any any")]),
                Headers = { { "Sec-Fetch-Site", "same-origin" } },
            };
            using var answer = await server.Client.SendAsync(tried, Cancelled);
            Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("listening-", StringComparison.Ordinal) && !cookie.StartsWith("listening-form", StringComparison.Ordinal)));
            Assert.True((int)answer.StatusCode is 400 or 404, $"{form}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task An_answer_that_nobody_here_asked_for_is_refused()
    {
        await KnowAmyAsync(verified: true, "board");
        using var browser = Browser();
        using var challenge = await browser.GetAsync("/sign-in/openid", Cancelled);
        var back = await OpenIdProvider.SignInAsync(challenge.Headers.Location!, "amy", Cancelled);
        using var other = Browser();
        using var refused = await other.GetAsync(back, Cancelled);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var cancelled = await other.GetAsync("/sign-in/openid/callback?error=access_denied", Cancelled);
        Assert.Equal(HttpStatusCode.Forbidden, cancelled.StatusCode);
    }

    [Theory]
    [InlineData("/operations?period=7d", "/operations?period=7d")]
    [InlineData("https://attacker.example/", "/")]
    [InlineData("//attacker.example/", "/")]
    public async Task It_leads_back_to_a_path_of_ours(string asked, string expected)
    {
        await KnowAmyAsync(verified: true, "board");
        using var browser = Browser();
        using var challenge = await browser.GetAsync($"/sign-in/openid?return={Uri.EscapeDataString(asked)}", Cancelled);
        using var signedIn = await browser.GetAsync(await OpenIdProvider.SignInAsync(challenge.Headers.Location!, "amy", Cancelled), Cancelled);
        Assert.Equal((HttpStatusCode.SeeOther, expected), (signedIn.StatusCode, signedIn.Headers.Location!.OriginalString));
    }

    private Task KnowAmyAsync(bool verified, params string[] roles) => provider.KnowAsync(new { amy = Account("amy@example.test", verified, roles) });

    private static object Account(string email, bool verified, params string[] roles) => new { name = "Amy Adams", email, email_verified = verified, roles };

    private async Task<HttpClient> SignedInAsync(string login)
    {
        var browser = Browser();
        using var challenge = await browser.GetAsync("/sign-in/openid", Cancelled);
        using var signedIn = await browser.GetAsync(await OpenIdProvider.SignInAsync(challenge.Headers.Location!, login, Cancelled), Cancelled);
        Assert.True(signedIn.StatusCode == HttpStatusCode.SeeOther, await signedIn.Content.ReadAsStringAsync(Cancelled));
        return browser;
    }

    private async Task<HttpResponseMessage> ReturnAsync(string login)
    {
        using var browser = Browser();
        using var challenge = await browser.GetAsync("/sign-in/openid", Cancelled);
        return await browser.GetAsync(await OpenIdProvider.SignInAsync(challenge.Headers.Location!, login, Cancelled), Cancelled);
    }

    private static async Task<IEnumerable<string>> ScopesAsync(HttpClient browser)
    {
        var session = await browser.GetFromJsonAsync<JsonElement>("/api/v1/session", Cancelled);
        return session.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()!).Order(StringComparer.Ordinal);
    }

    private HttpClient Browser() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = server.Client.BaseAddress };
}
