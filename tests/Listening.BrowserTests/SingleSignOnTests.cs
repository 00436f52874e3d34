using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>Single sign-on in a browser: our page, the provider's own pages, and back.</summary>
public sealed class SingleSignOnTests(Chromium chromium) : IAsyncLifetime
{
    private OpenIdServer server = null!;

    public async ValueTask InitializeAsync() => server = await OpenIdServer.StartedAsync();

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Who_comes_back_from_the_provider_sees_the_rooms_of_the_role_that_its_claims_give()
    {
        await server.Provider.KnowAsync(new { ana = OpenIdServer.Account("Ana Lee", "ana@example.com", "desk-admins"), ben = OpenIdServer.Account("Ben", "ben@example.com", "cooks", "desk-agents") });
        await using var ana = await AtAsync("/people");
        await Expect(ana.Page.Locator("input[type=password]")).ToHaveCountAsync(0);
        await ana.PictureAsync("single-sign-on");
        await ThroughTheProviderAsync(ana, "ana");
        // It leads to where she was going.
        await Expect(ana.Page).ToHaveURLAsync(new Regex("/people$"));
        await Expect(ana.Page.Locator(".rooms a")).ToHaveTextAsync(["Operations", "Report", "Triage", "Dashboards", "Alerts", "Brands", "Sources", "Models", "Calendars", "Rules", "Mailing", "People", "Keys", "Audit"]);
        await Expect(ana.Page.Locator("[data-person='ana@example.com'] strong")).ToHaveTextAsync("Ana Lee");

        await using var ben = await AtAsync("/operations");
        await ThroughTheProviderAsync(ben, "ben");
        await Expect(ben.Page.Locator(".rooms a")).ToHaveTextAsync(["Operations", "Triage", "Dashboards", "Alerts"]);
        await Expect(ben.Page.Locator(".me")).ToContainTextAsync("Ben");
        var refused = await ben.Page.GotoAsync(new Uri(server.Address, "/people").ToString());
        Assert.Equal(403, refused!.Status);
        await Expect(ben.Page.Locator("main")).ToContainTextAsync("This needs the role admin. You are signed in as Ben, agent.");
        ana.AssertQuiet();
        ben.AssertQuiet();
    }

    [Fact]
    public async Task Who_has_no_part_here_who_is_disabled_and_who_turns_back_are_told_so_and_are_not_signed_in()
    {
        await server.Provider.KnowAsync(new
        {
            ana = OpenIdServer.Account("Ana Lee", "ana@example.com", "desk-admins"),
            ben = OpenIdServer.Account("Ben", "ben@example.com", "desk-agents"),
            eve = OpenIdServer.Account("Eve", "eve@example.com", "cooks"),
        });
        await using var eve = await AtAsync("/operations");
        await ThroughTheProviderAsync(eve, "eve");
        await AssertRefusedAsync(eve, "You have no part in Listening yet.");
        await eve.PictureAsync("single-sign-on-refused");
        await Axe.AssertCleanAsync(eve);

        await using var ben = await AtAsync("/operations");
        await ThroughTheProviderAsync(ben, "ben");
        await Expect(ben.Page.Locator(".rooms a")).ToHaveCountAsync(4);
        await using var ana = await AtAsync("/people");
        await ThroughTheProviderAsync(ana, "ana");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Disable Ben" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Disable" }).ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Enable Ben" })).ToBeVisibleAsync();
        await ben.GoAsync("/operations");
        await Expect(ben.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Please sign in");
        // The provider still knows him and asks nothing again.
        await ben.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Acme account" }).ClickAsync();
        await AssertRefusedAsync(ben, "This account is disabled here. Ask an admin of Listening.");

        await using var timid = await AtAsync("/operations");
        await timid.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Acme account" }).ClickAsync();
        await timid.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Cancel") }).ClickAsync();
        await AssertRefusedAsync(timid, "The provider did not let you in");
        await timid.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the sign-in page" }).ClickAsync();
        await Expect(timid.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Acme account" })).ToBeVisibleAsync();
        foreach (var visitor in (Visitor[])[eve, ben, ana, timid]) visitor.AssertQuiet();
    }

    [Fact]
    public async Task An_invitation_asks_for_no_password_where_there_are_none_and_signing_out_reaches_the_provider_too()
    {
        await server.Provider.KnowAsync(new { cem = OpenIdServer.Account("Cem", "cem@example.com", "desk-agents") });
        // The machine's link asks for nothing that could not be used afterwards.
        await using var owner = await Visitor.StrangerAsync(chromium, server);
        await owner.Page.GotoAsync(server.Link.ToString());
        await Expect(owner.Page.Locator("input:visible")).ToHaveCountAsync(0);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await owner.GoAsync("/people");
        await owner.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Cem");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = await owner.Page.Locator(".once pre").InnerTextAsync();

        await using var cem = await AtAsync("/sign-in");
        await cem.Page.GotoAsync(link);
        await Expect(cem.Page.Locator("main")).ToContainTextAsync("You are invited as agent");
        await Expect(cem.Page.Locator("input:visible")).ToHaveCountAsync(0);
        await cem.PictureAsync("single-sign-on-invitation");
        await Axe.AssertCleanAsync(cem);
        await ThroughTheProviderAsync(cem, "cem", "Join with Acme account");
        await Expect(cem.Page.Locator(".me")).ToContainTextAsync("Cem");
        await owner.GoAsync("/people");
        await Expect(owner.Page.Locator("[data-name=Cem]")).ToContainTextAsync("used");
        await Expect(owner.Page.GetByRole(AriaRole.Button, new() { Name = "New password for Cem" })).ToHaveCountAsync(0);

        await cem.GoAsync("/account");
        await Expect(cem.Page.Locator("#sessions")).ToBeVisibleAsync();
        await Expect(cem.Page.Locator("input[type=password]")).ToHaveCountAsync(0);
        await cem.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(cem.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("You are signed out");
        await cem.PictureAsync("signed-out");
        await cem.Page.GetByRole(AriaRole.Link, new() { Name = "Sign out of Acme account too" }).ClickAsync();
        await cem.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Yes, sign me out") }).ClickAsync();
        await Expect(cem.Page).ToHaveURLAsync(new Regex("^" + Regex.Escape(new Uri(server.Address, "/sign-in").ToString())));
        await cem.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Acme account" }).ClickAsync();
        // There too nobody knows Cem any more.
        await Expect(cem.Page.Locator("input[name=login]")).ToBeVisibleAsync();
        cem.AssertQuiet();
        owner.AssertQuiet();
    }

    private async Task<Visitor> AtAsync(string address)
    {
        var visitor = await Visitor.StrangerAsync(chromium, server);
        visitor.Neighbours.Add(server.Provider.Issuer.Authority);
        // The provider's page wants a font from far away.
        await visitor.Page.RouteAsync(url => !new Uri(url).IsLoopback, route => route.AbortAsync());
        await visitor.GoAsync(address);
        return visitor;
    }

    private static async Task ThroughTheProviderAsync(Visitor visitor, string login, string link = "Sign in with Acme account")
    {
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        await visitor.Page.Locator("input[name=login]").FillAsync(login);
        await visitor.Page.Locator("input[name=password]").FillAsync("any");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign-in" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }

    private async Task AssertRefusedAsync(Visitor visitor, string says)
    {
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("^" + Regex.Escape(new Uri(server.Address, "/sign-in/openid/callback").ToString())));
        await Expect(visitor.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("You were not signed in");
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync(says);
        Assert.Equal(401, await visitor.Page.EvaluateAsync<int>("async () => (await fetch('/api/v1/session')).status"));
    }
}
