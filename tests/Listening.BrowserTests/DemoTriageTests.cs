using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>The demo's desk: what a visitor finds there, and an answer that goes out through a supervisor.</summary>
public sealed class DemoTriageTests(Chromium chromium, DemoServer server)
{
    // The demo's history is still being looked through when the first ones come.
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task A_visitor_finds_a_living_queue_with_an_outbreak_and_colleagues_at_work()
    {
        await using var agent = await Visitor.StrangerAsync(chromium, server);
        await agent.GoAsync("/sign-in");
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Agent: answer three posts" }).ClickAsync();
        await Expect(agent.Page).ToHaveURLAsync(new Regex("/demo/agent"));
        await agent.GoAsync("/triage");
        var page = agent.Page;
        // The six of the outbreak are one row. On some days two others say the same by chance, and are one row too.
        var outbreak = page.Locator(".case-row", new() { HasText = "blinks red and the hotline" });
        await Expect(outbreak.Locator(".chip", new() { HasTextRegex = new Regex(@"^\+[1-9] similar$") })).ToHaveCountAsync(1);
        await Expect(outbreak).ToHaveCountAsync(1);
        await Expect(page.Locator(".case-row").Nth(4)).ToBeVisibleAsync();
        await Expect(page.Locator(".case-row .who", new() { HasText = "colleague has it" }).First).ToBeVisibleAsync();
        await Expect(page.Locator(".case-row .why", new() { HasTextRegex = new Regex("^Priority [1-9][0-9]* · ") }).First).ToBeVisibleAsync();
        foreach (var view in (string[])["Needs answer", "Unassigned", "Snoozed"])
            await Expect(page.Locator(".views .view", new() { HasTextRegex = new Regex("^" + view) }).Locator("b")).Not.ToHaveTextAsync("0");
        await Expect(page.Locator(".case-thread .thread li").First).ToBeVisibleAsync(Patient);
        await LookAsync(agent, "demo-triage");
        agent.AssertQuiet();
    }

    [Fact]
    public async Task An_answer_waits_for_a_supervisor_who_changes_it_or_gives_it_back_and_nobody_approves_their_own()
    {
        await using var ann = await server.JoinedAsync(chromium, "Ann", "agent");
        await using var sue = await server.JoinedAsync(chromium, "Sue", "supervisor");
        var (page, boss) = (ann.Page, sue.Page);
        await OpenAsync(ann, "/triage?q=%22blinks%20red%20and%20the%20hotline%22");
        var first = await WriteAsync(page, "It is not our fault.");
        await Expect(page.Locator(".toast")).ToContainTextAsync("waits for a supervisor");
        var second = await WriteAsync(page, "Wait.");
        Assert.NotEqual(first, second);

        await OpenAsync(sue, "/triage?view=to_approve");
        await Expect(boss.Locator(".views .view", new() { HasText = "To approve" }).Locator("b")).ToHaveTextAsync("2");
        await boss.Locator($".case-row[data-case='{first}'] .open").ClickAsync();
        var held = boss.GetByRole(AriaRole.Region, new() { Name = "The answer of Ann waits for you" });
        await Expect(held).ToContainTextAsync("It is not our fault.", new() { Timeout = 20_000 });
        await LookAsync(sue, "approval");
        await held.GetByRole(AriaRole.Button, new() { Name = "Change" }).PressAsync("Enter");
        await boss.GetByLabel("The answer as it is sent").FillAsync("We are sorry, and look for the fault.");
        await held.GetByRole(AriaRole.Button, new() { Name = "Approve as changed" }).PressAsync("Enter");
        await Expect(boss.Locator(".toast")).ToContainTextAsync("It is approved and sent in 5 s.");
        await Expect(boss.Locator(".case-aside")).ToContainTextAsync("Approved by you, who changed: It is not our fault.", new() { Timeout = 20_000 });
        await boss.Locator($".case-row[data-case='{second}'] .open").ClickAsync();
        await Expect(held).ToContainTextAsync("Wait.", new() { Timeout = 20_000 });
        await held.GetByRole(AriaRole.Button, new() { Name = "Give back" }).PressAsync("Enter");
        await boss.GetByLabel("What should be different").FillAsync("Say for how long.");
        await boss.Keyboard.PressAsync("Enter");
        await Expect(boss.Locator(".toast").Last).ToContainTextAsync("It is given back.");

        await OpenAsync(ann, $"/triage?view=returned");
        await Expect(page.Locator(".case-row")).ToHaveCountAsync(1);
        var back = page.GetByRole(AriaRole.Region, new() { Name = "Sue gave your answer back" });
        await Expect(back).ToContainTextAsync("Say for how long.", new() { Timeout = 20_000 });
        await LookAsync(ann, "given-back");
        await back.GetByRole(AriaRole.Button, new() { Name = "Write it again" }).PressAsync("Enter");
        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "Public reply" });
        await Expect(text).ToHaveValueAsync("Wait.");
        await text.FillAsync("We look into it, and write again by noon.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync("waits for a supervisor");

        // Whoever is a supervisor now is none for what they wrote before.
        await server.PromoteAsync("Ann", "supervisor");
        await OpenAsync(ann, $"/triage?view=to_approve&case={second}");
        var own = page.GetByRole(AriaRole.Region, new() { Name = "Your answer waits for a supervisor" });
        await Expect(own).ToContainTextAsync("by noon", new() { Timeout = 20_000 });
        await Expect(own.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToHaveCountAsync(0);
        var told = await page.EvaluateAsync<string>(
            """
            async (id) => {
              const reply = (await (await fetch(`/api/v1/cases/${id}`)).json()).replies.find(({ state }) => state === "to_approve");
              const answer = await fetch(`/api/v1/cases/${id}/replies/${reply.id}/approve`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
              return `${answer.status} ${(await answer.json()).type}`;
            }
            """,
            second);
        Assert.Equal("409 urn:listening:problem:own_reply", told);
        await own.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).PressAsync("Enter");
        await Expect(own).ToHaveCountAsync(0);
    }

    private static async Task OpenAsync(Visitor visitor, string address)
    {
        await visitor.GoAsync(address);
        await Expect(visitor.Page.Locator(".queue[aria-busy=false]")).ToBeVisibleAsync(Patient);
        await Expect(visitor.Page.Locator(".case-row[data-current] .open")).ToBeVisibleAsync(Patient);
    }

    // To the case that is open; gives its number.
    private static async Task<string> WriteAsync(IPage page, string words)
    {
        var id = (await page.Locator(".case-row[data-current]").GetAttributeAsync("data-case"))!;
        await Expect(page.Locator(".case-thread .thread li").First).ToBeVisibleAsync(Patient);
        await page.Keyboard.PressAsync("r");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send for approval" })).ToBeVisibleAsync(Patient);
        await page.Keyboard.TypeAsync(words);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator($".case-row[data-current]:not([data-case='{id}']) .open")).ToBeFocusedAsync();
        return id;
    }

    private static async Task LookAsync(Visitor visitor, string name)
    {
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(1440, ColorScheme.Dark), (390, ColorScheme.Dark), (390, ColorScheme.Light), (1440, ColorScheme.Light)])
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await visitor.AssertNoSidewaysScrollingAsync();
            await visitor.PictureAsync($"{name}-{width}-{scheme.ToString().ToLowerInvariant()}", whole: false);
            if (width == 1440) await Axe.AssertCleanAsync(visitor);
        }
    }
}
