using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>From empty data to two people who see what is theirs, in two browsers, with the keyboard alone.</summary>
public abstract class PeopleContract(Chromium chromium) : IAsyncLifetime
{
    private const string Password = "correct horse battery";

    private ProgramServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await NewServerAsync();
        await server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A program without data, not started yet.</summary>
    protected abstract Task<ProgramServer> NewServerAsync();

    [Fact]
    public async Task The_first_admin_invites_an_agent_who_sees_the_agents_rooms_only_and_both_work_without_a_mouse()
    {
        await using var ana = await Visitor.StrangerAsync(chromium, server);
        await ana.Page.GotoAsync(server.Link.ToString());
        await Expect(ana.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Become the first admin");
        await LookAsync(ana, "first-admin");
        await TypeAsync(ana, "Ana <b>Lee</b>", "ana@example.com", Password);
        await Expect(ana.Page).ToHaveURLAsync(new Regex("/setup"));
        await Expect(ana.Page.Locator(".rooms a")).ToHaveTextAsync(["Operations", "Report", "Triage", "Dashboards", "Alerts", "Brands", "Sources", "Models", "Calendars", "Rules", "Mailing", "People", "Keys", "Audit"]);
        await Expect(ana.Page.Locator(".me")).ToContainTextAsync("Ana <b>Lee</b>");

        await using var late = await Visitor.StrangerAsync(chromium, server);
        await late.Page.GotoAsync(server.Link.ToString());
        await late.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(late.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("This link is not good any more");

        // A brand of ours and a competitor, by their names.
        await ana.GoAsync("/brands");
        foreach (var (name, count) in ((string, int)[])[("Acme", 1), ("Rival", 2)])
        {
            await ana.Page.Locator("#new-name").FocusAsync();
            await ana.Page.Keyboard.TypeAsync(name);
            await ana.Page.Keyboard.PressAsync("Enter");
            await Expect(ana.Page.Locator(".brand-card")).ToHaveCountAsync(count);
        }

        await Expect(ana.Page.Locator(".brand-card[data-kind=competitor] .name")).ToHaveValueAsync("Rival");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).PressAsync("Enter");
        await Expect(ana.Page.Locator(".registry-state")).ToContainTextAsync("Version 1, set by ana@example.com");

        await ana.GoAsync("/people");
        await Expect(ana.Page.Locator("[data-person='ana@example.com'] strong")).ToHaveTextAsync("Ana <b>Lee</b>");
        await ana.Page.GetByLabel("Name", new() { Exact = true }).FocusAsync();
        await ana.Page.Keyboard.TypeAsync("Ben");
        await ana.Page.Keyboard.PressAsync("Tab");
        await ana.Page.Keyboard.PressAsync("Tab");
        await ana.Page.Keyboard.PressAsync("Tab");
        await ana.Page.Keyboard.PressAsync("Enter");
        var link = await ana.Page.Locator(".once pre").InnerTextAsync();
        await LookAsync(ana, "people");

        await using var ben = await Visitor.StrangerAsync(chromium, server);
        await ben.Page.GotoAsync(link);
        await Expect(ben.Page.Locator("main")).ToContainTextAsync("ana@example.com invited you as agent");
        await LookAsync(ben, "join");
        await ben.Page.GetByLabel("Your name").FocusAsync();
        await ben.Page.Keyboard.PressAsync("Tab");
        await TypeAsync(ben, "ben@example.com", Password);
        await Expect(ben.Page).ToHaveURLAsync(new Regex("/operations"));
        await Expect(ben.Page.Locator(".rooms a")).ToHaveTextAsync(["Operations", "Triage", "Dashboards", "Alerts"]);
        foreach (var room in (string[])["/people", "/keys", "/audit"])
        {
            var answer = await ben.Page.GotoAsync(new Uri(server.Address, room).ToString());
            Assert.Equal(403, answer!.Status);
            await Expect(ben.Page.Locator("main")).ToContainTextAsync("This needs the role admin. You are signed in as Ben, agent.");
        }

        await LookAsync(ben, "not-allowed");
        await ben.Page.GotoAsync(link);
        await Expect(ben.Page.Locator("main")).ToContainTextAsync("It was used already.");
        await LookAsync(ben, "used-link");

        await ben.GoAsync("/operations");
        await ana.GoAsync("/people");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Disable Ben" }).FocusAsync();
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await ana.Page.Keyboard.PressAsync("Tab");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Enable Ben" })).ToBeVisibleAsync();
        await ben.GoAsync("/operations");
        await Expect(ben.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Please sign in");
        await LookAsync(ben, "sign-in");

        await ana.GoAsync("/audit");
        await Expect(ana.Page.Locator("tbody tr").First).ToContainTextAsync("person.disable");
        await LookAsync(ana, "audit");
        await ana.Page.GetByLabel("Actor, action or subject").FillAsync("nobody at all");
        await Expect(ana.Page.Locator(".nothing-here")).ToContainTextAsync("Nothing in the log has “nobody at all”.");
        ana.AssertQuiet();
        ben.AssertQuiet();
    }

    [Fact]
    public async Task A_key_is_shown_once_works_and_is_revoked()
    {
        await using var owner = await Visitor.StrangerAsync(chromium, server);
        await owner.SignInAsync(server);
        await owner.GoAsync("/keys");
        await owner.Page.GetByLabel("What it is for").FillAsync("report <i>bot</i>");
        await owner.Page.GetByLabel("What it is for").PressAsync("Enter");
        await Expect(owner.Page.Locator(".small-form .wrong")).ToContainTextAsync("A key's name is 1 to 100 letters");
        await owner.Page.GetByLabel("What it is for").FillAsync("report bot");
        await owner.Page.GetByLabel("What it is for").PressAsync("Enter");
        var key = await owner.Page.Locator(".once pre").InnerTextAsync();
        await LookAsync(owner, "keys");

        using var program = new HttpClient { BaseAddress = server.Address };
        program.DefaultRequestHeaders.Authorization = new("Bearer", key);
        Assert.Contains("\"name\":\"report bot\"", await program.GetStringAsync(new Uri("/api/v1/session", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await owner.Page.ReloadAsync();
        await Expect(owner.Page.Locator("[data-key='report bot']")).ToBeVisibleAsync();
        Assert.DoesNotContain(key[12..], await owner.Page.ContentAsync(), StringComparison.Ordinal);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke report bot" }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await Expect(owner.Page.Locator("[data-key='report bot']")).ToContainTextAsync("revoked");
        using var refused = await program.GetAsync(new Uri("/api/v1/session", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, refused.StatusCode);
        owner.AssertQuiet();
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_says_so_and_is_there_after_another_try()
    {
        await using var owner = await Visitor.StrangerAsync(chromium, server);
        await owner.SignInAsync(server);
        await owner.Page.RouteAsync("**/api/v1/admin/users", route => route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/problem+json",
            Body = """{"title":"Who you are cannot be looked up now","detail":"The relational store does not answer; the log says more."}""",
        }));
        await owner.GoAsync("/people");
        await Expect(owner.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The relational store does not answer");
        await owner.Page.UnrouteAllAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "Who is here" })).ToHaveCountAsync(1);
        await Expect(owner.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(owner.Page.Locator(".rooms a").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_authenticator_is_added_by_its_key_asked_for_at_the_door_and_a_recovery_code_lets_in_without_it()
    {
        var link = (await server.RunAsync("user", "add", "Cem", "--role", "supervisor", "--email", "cem@example.com")).Trim();
        await using var cem = await Visitor.StrangerAsync(chromium, server);
        await cem.Page.GotoAsync(link);
        await cem.Page.GetByLabel("Password").FillAsync(Password);
        await cem.Page.GetByLabel("Password").PressAsync("Enter");
        await Expect(cem.Page).ToHaveURLAsync(new Regex("/operations"));
        await cem.Page.Locator(".me").ClickAsync();
        await cem.Page.Locator("#second-step").GetByLabel("Your password").FillAsync(Password);
        await cem.Page.Keyboard.PressAsync("Enter");
        var key = (await cem.Page.Locator(".key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await LookAsync(cem, "authenticator");
        await cem.Page.GetByLabel("Code that it shows now").FillAsync(AuthenticatorCode.Of(key));
        await cem.Page.Keyboard.PressAsync("Enter");
        var codes = (await cem.Page.Locator(".once pre").InnerTextAsync()).Split('\n');
        Assert.Equal(10, codes.Length);
        await Expect(cem.Page.Locator("#second-step")).ToContainTextAsync("10 recovery codes left");
        await LookAsync(cem, "account");
        await cem.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();

        await TypeAsync(cem, "cem@example.com", Password);
        await Expect(cem.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Enter your code");
        await cem.GoAsync("/operations");
        await Expect(cem.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Please sign in");
        await TypeAsync(cem, "cem@example.com", Password);
        await cem.Page.GetByLabel("Code").FillAsync("12");
        await cem.Page.Keyboard.PressAsync("Enter");
        await Expect(cem.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not right");
        await LookAsync(cem, "code");
        // The code of the step before was used up when the authenticator was added; the next one counts already.
        await cem.Page.GetByLabel("Code").FillAsync(AuthenticatorCode.Of(key, steps: 1));
        await cem.Page.Keyboard.PressAsync("Enter");
        await Expect(cem.Page).ToHaveURLAsync(new Regex("/operations"));

        await using var phoneless = await Visitor.StrangerAsync(chromium, server, 320, 640);
        await phoneless.GoAsync("/sign-in");
        await TypeAsync(phoneless, "cem@example.com", Password);
        await phoneless.Page.GetByLabel("Code").FillAsync(codes[3]);
        await phoneless.Page.Keyboard.PressAsync("Enter");
        await Expect(phoneless.Page).ToHaveURLAsync(new Regex("/operations"));
        await phoneless.GoAsync("/account");
        await Expect(phoneless.Page.Locator("#second-step")).ToContainTextAsync("9 recovery codes left");
        await Expect(phoneless.Page.Locator("[data-session]")).ToHaveCountAsync(2);
        await phoneless.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere else" }).ClickAsync();
        await Expect(phoneless.Page.Locator("[data-session]")).ToHaveCountAsync(1);
        await cem.GoAsync("/operations");
        await Expect(cem.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Please sign in");
        phoneless.AssertQuiet();
        cem.AssertQuiet();
    }

    // Fills the fields from the one that has the focus on, as somebody without a mouse does.
    private static async Task TypeAsync(Visitor visitor, params string[] texts)
    {
        await Expect(visitor.Page.Locator("input:focus")).ToHaveCountAsync(1);
        foreach (var (text, index) in texts.Select((text, index) => (text, index)))
        {
            if (index > 0) await visitor.Page.Keyboard.PressAsync("Tab");
            await visitor.Page.Keyboard.TypeAsync(text);
        }

        await visitor.Page.Keyboard.PressAsync("Enter");
    }

    // Light and dark, wide and 320 px (which is also 1280 px at 400 %): nothing scrolls sideways and axe finds nothing serious.
    private static async Task LookAsync(Visitor visitor, string name)
    {
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(1440, ColorScheme.Dark), (720, ColorScheme.Light), (320, ColorScheme.Dark), (1440, ColorScheme.Light)])
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await visitor.AssertNoSidewaysScrollingAsync();
            await visitor.PictureAsync($"{name}-{width}-{scheme.ToString().ToLowerInvariant()}");
            if (width != 720) await Axe.AssertCleanAsync(visitor);
        }
    }
}
