using System.Net;
using System.Net.Http.Json;
using Listening.Access;
using Listening.Desk.Access;
using Listening.Desk.Auditing;
using Listening.Desk.People;
using Listening.Web.People;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Listening.Tests.Security;

/// <summary>What strangers try at the door, each refused.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private const string Password = "correct horse battery";
    private readonly SecuredServer server = new() { FailuresAllowed = 8 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Session => $"listening-{server.Address.Port}";

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        var link = await server.Links.CreateAsync(Actor.Terminal, Cancelled);
        await server.Get<Joining>().FirstAsync(link.Token, new NewPerson("Ana", "ana@example.com", Password), new SessionOpening(TimeSpan.FromDays(1)), Cancelled);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_form_from_elsewhere_and_a_form_without_its_token_sign_nobody_in()
    {
        using var visitor = await AtDoorAsync();
        using (var cross = await visitor.SubmitAsync("/sign-in/password", "cross-site", ("email", "ana@example.com"), ("password", Password))) Assert.Equal(HttpStatusCode.Forbidden, cross.StatusCode);
        await visitor.GetAsync("/sign-in");
        using (var without = await visitor.SubmitAsync("/sign-in/password", ("email", "ana@example.com"), ("password", Password), ("form-token", "made up"))) Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.DoesNotContain(Session, visitor.Cookies.Keys);
        await visitor.GetAsync("/sign-in");
        using var right = await visitor.SubmitAsync("/sign-in/password", ("email", "ana@example.com"), ("password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        Assert.Contains(Session, visitor.Cookies.Keys);
    }

    [Theory]
    [InlineData("/operations?from=2026-01-01", "/operations?from=2026-01-01")]
    [InlineData("https://attacker.example/", "/")]
    [InlineData("//attacker.example/", "/")]
    [InlineData("/\\attacker.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task A_password_leads_to_a_path_of_ours(string asked, string expected)
    {
        using var visitor = new FormVisitor(server.Client());
        await visitor.GetAsync($"/sign-in?return={Uri.EscapeDataString(asked)}");
        using var answer = await visitor.SubmitAsync("/sign-in/password", ("email", "ana@example.com"), ("password", Password), ("return", asked));
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_cookie_that_was_planted_before_is_not_the_session_and_the_session_before_ends()
    {
        using var visitor = await AtDoorAsync();
        var planted = Secret.New();
        visitor.Plant(Session, planted);
        await visitor.GetAsync("/sign-in");
        visitor.Plant(Session, planted);
        using var first = await visitor.SubmitAsync("/sign-in/password", ("email", "ana@example.com"), ("password", Password));
        var mine = visitor.Cookies[Session];
        Assert.NotEqual(planted, mine);
        await visitor.GetAsync("/sign-in");
        using var second = await visitor.SubmitAsync("/sign-in/password", ("email", "ana@example.com"), ("password", Password));
        Assert.NotEqual(mine, visitor.Cookies[Session]);
        foreach (var (token, expected) in ((string, HttpStatusCode)[])[(planted, HttpStatusCode.Unauthorized), (mine, HttpStatusCode.Unauthorized), (visitor.Cookies[Session], HttpStatusCode.OK)])
        {
            using var browser = server.Client();
            browser.DefaultRequestHeaders.Add("Cookie", $"{Session}={token}");
            using var page = await browser.GetAsync("/page", Cancelled);
            Assert.Equal(expected, page.StatusCode);
        }
    }

    [Fact]
    public async Task A_known_and_an_unknown_account_are_refused_in_the_same_words_and_guessing_ends_in_429()
    {
        using var visitor = await AtDoorAsync();
        var words = new List<string>();
        foreach (var email in (string[])["ana@example.com", "eve@example.com"])
        {
            using var answer = await visitor.SubmitAsync("/sign-in/password", ("email", email), ("password", "not the password"));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            words.Add(visitor.Body[visitor.Body.IndexOf("role=\"alert\"", StringComparison.Ordinal)..visitor.Body.IndexOf("<form", StringComparison.Ordinal)]);
        }

        Assert.Equal(words[0], words[1]);
        for (var i = 0; i < 6; i++) using (await visitor.SubmitAsync("/sign-in/password", ("email", "ana@example.com"), ("password", $"not the password {i}"))) { }
        using var limited = await visitor.SubmitAsync("/sign-in/password", ("email", "ana@example.com"), ("password", Password));
        Assert.Equal((HttpStatusCode)429, limited.StatusCode);
        Assert.NotNull(limited.Headers.RetryAfter);
    }

    [Fact]
    public void An_account_is_guarded_from_wherever_it_is_guessed()
    {
        var failures = server.Get<FailedAttempts>();
        for (var i = 0; i < 8; i++) failures.Note("Eve@example.com ");
        Assert.NotNull(failures.Wait("eve@EXAMPLE.com"));
        Assert.Null(failures.Wait("ana@example.com"));
        Assert.Null(failures.Wait(IPAddress.Loopback));
    }

    [Fact]
    public async Task A_link_to_join_works_once_and_says_so_the_second_time()
    {
        var made = await server.Get<Invitations>().InviteAsync("<b>Ben</b>", null, Role.Agent, Actor.Terminal, Cancelled);
        using var visitor = new FormVisitor(server.Client());
        using (var shown = await visitor.GetAsync($"/join?token={made.Token}")) Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.DoesNotContain("<b>Ben", visitor.Body, StringComparison.Ordinal);
        using (var joined = await visitor.SubmitAsync("/join", ("name", "Ben"), ("email", "ben@example.com"), ("password", Password))) Assert.Equal((HttpStatusCode.SeeOther, "/"), (joined.StatusCode, joined.Headers.Location!.OriginalString));
        using var again = await visitor.GetAsync($"/join?token={made.Token}");
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Contains("It was used already.", visitor.Body, StringComparison.Ordinal);
        using var forbidden = await visitor.GetAsync("/page/admin");
        Assert.Contains("This needs the role admin. You are signed in as Ben, agent.", visitor.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_names_the_host_it_was_asked_by_and_another_name_gets_none()
    {
        using var admin = server.Client((await server.KeyAsync("admin")).Secret);
        foreach (var (host, expected) in ((string, HttpStatusCode)[])[("attacker.example", HttpStatusCode.BadRequest), ($"localhost:{server.Address.Port}", HttpStatusCode.Created)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/admin/invitations") { Content = JsonContent.Create(new InvitationRequest("Ben", null, "agent")), Headers = { Host = host } };
            request.Headers.Add("X-Forwarded-Host", "attacker.example");
            using var answer = await admin.SendAsync(request, Cancelled);
            Assert.Equal(expected, answer.StatusCode);
            Assert.DoesNotContain("attacker", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_disabled_person_is_out_with_the_next_request_and_a_new_role_counts_with_it()
    {
        using var visitor = new FormVisitor(server.Client());
        var made = await server.Get<Invitations>().InviteAsync("Ben", null, Role.Agent, Actor.Terminal, Cancelled);
        await visitor.GetAsync($"/join?token={made.Token}");
        using (await visitor.SubmitAsync("/join", ("name", "Ben"), ("email", "ben@example.com"), ("password", Password))) { }
        var staff = server.Get<Staff>();
        var ben = (await staff.ListAsync(Cancelled)).Single(person => person.Name == "Ben");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(visitor, "/api/probe/sql"));
        await staff.ChangeAsync(ben.Id, new PersonChange(Role: Role.Supervisor), Actor.Terminal, Cancelled);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, "/api/probe/sql"));
        await staff.ChangeAsync(ben.Id, new PersonChange(Disabled: true), Actor.Terminal, Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(visitor, "/api/probe/sql"));
    }

    [Fact]
    public async Task What_lasts_ends_when_the_role_is_another_and_when_the_person_is_disabled()
    {
        var (staff, sessions, admission) = (server.Get<Staff>(), server.Get<Sessions>(), server.Get<Admission>());
        var made = await server.Get<Invitations>().InviteAsync("Ben", null, Role.Executive, Actor.Terminal, Cancelled);
        var token = (await server.Get<Joining>().UseAsync(made.Token, new NewPerson("Ben", "ben@example.com", Password), new SessionOpening(TimeSpan.FromDays(1)), Cancelled))!.Token!;
        var ben = (await staff.ListAsync(Cancelled)).Single(person => person.Name == "Ben");
        async Task<DefaultHttpContext> OpenAsync()
        {
            var http = new DefaultHttpContext { User = PersonClaims.User((await sessions.FindAsync(token, Cancelled))!) };
            http.Connection.LocalPort = server.Address.Port;
            http.Request.Headers.Cookie = $"{Session}={token}";
            return http;
        }

        var asExecutive = await OpenAsync();
        Assert.True(await admission.StandsAsync(asExecutive, Cancelled));
        await staff.ChangeAsync(ben.Id, new PersonChange(Role: Role.Agent), Actor.Terminal, Cancelled);
        Assert.False(await admission.StandsAsync(asExecutive, Cancelled));
        var asAgent = await OpenAsync();
        Assert.True(await admission.StandsAsync(asAgent, Cancelled));
        await staff.ChangeAsync(ben.Id, new PersonChange(Disabled: true), Actor.Terminal, Cancelled);
        Assert.False(await admission.StandsAsync(asAgent, Cancelled));
    }

    [Fact]
    public async Task Failures_and_successes_are_in_the_audit_log_with_their_address_and_without_the_password()
    {
        using var visitor = await AtDoorAsync();
        using (await visitor.SubmitAsync("/sign-in/password", ("email", "ana@example.com"), ("password", "not the password"))) { }
        using (await visitor.SubmitAsync("/sign-in/password", ("email", "ana@example.com"), ("password", Password))) { }
        var rows = await server.Get<AuditLog>().ReadAsync(new AuditQuestion("sign-in", null, 10), Cancelled);
        Assert.Equal([("sign-in", "ana@example.com", "127.0.0.1"), ("sign-in.fail", "ana@example.com", "127.0.0.1")], rows.Select(row => (row.Action, row.Subject, row.Address!)).Take(2));
        Assert.DoesNotContain("not the password", string.Join('\n', rows) + server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, string.Join('\n', rows) + server.Log.Text, StringComparison.Ordinal);
    }

    private async Task<FormVisitor> AtDoorAsync()
    {
        var visitor = new FormVisitor(server.Client());
        await visitor.GetAsync("/sign-in");
        return visitor;
    }

    private static async Task<HttpStatusCode> StatusAsync(FormVisitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        return answer.StatusCode;
    }
}
