using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>The demo's two doors, from the sign-in page.</summary>
public sealed class DemoDoorTests(Chromium chromium, DemoServer server)
{
    [Fact]
    public async Task The_executive_reads_last_week_with_a_guide_who_can_be_sent_away()
    {
        await using var executive = await Visitor.StrangerAsync(chromium, server);
        await executive.GoAsync("/sign-in");
        await LookAsync(executive, "doors");
        await executive.Page.GetByRole(AriaRole.Button, new() { Name = "Executive: read last week" }).FocusAsync();
        await executive.Page.Keyboard.PressAsync("Enter");
        await Expect(executive.Page).ToHaveURLAsync(new Regex("/report\\?from="));
        await executive.LoadedAsync();

        var guide = executive.Page.Locator(".tour");
        await Expect(guide.GetByRole(AriaRole.Heading)).ToHaveTextAsync("What changed?");
        await Expect(guide).ToContainTextAsync("1 of 5");
        await Expect(executive.Page.Locator(".toured")).ToHaveClassAsync(new Regex("news"));
        await NextAsync("How fast did we answer?");
        // The guide says what the card says, with the same n.
        var card = executive.Page.Locator("[data-card=first_answer]");
        await Expect(card).ToHaveClassAsync(new Regex("toured"));
        var count = (await card.Locator(".tile-foot span").First.InnerTextAsync()).Trim();
        Assert.True(Visitor.CountIn(count) > 0, count);
        await Expect(guide.Locator(".says")).ToContainTextAsync(count);
        await LookAsync(executive, "tour", whole: false);
        foreach (var heading in (string[])["Did we keep our promise?", "Who got there first?", "Did it help?"]) await NextAsync(heading);
        await executive.Page.Keyboard.PressAsync("Escape");
        await Expect(guide).ToHaveCountAsync(0);
        await Expect(executive.Page.Locator(".toured")).ToHaveCountAsync(0);
        // On paper, and as PDF: two A4 pages.
        var printed = Encoding.Latin1.GetString(await executive.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal(2, Regex.Count(printed, "/Type */Page[^s]"));
        // An executive reads and does not answer.
        Assert.Equal(403, (await executive.Page.GotoAsync(new Uri(server.Address, "/demo/agent").ToString()))!.Status);
        executive.AssertQuiet();

        async Task NextAsync(string heading)
        {
            await guide.GetByRole(AriaRole.Button, new() { Name = "Next" }).FocusAsync();
            await executive.Page.Keyboard.PressAsync("Enter");
            await Expect(guide.GetByRole(AriaRole.Heading)).ToHaveTextAsync(heading);
            await Expect(guide).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task The_agent_answers_three_customers_from_the_keyboard_and_each_answers_back_within_seconds()
    {
        await using var agent = await Visitor.StrangerAsync(chromium, server);
        await agent.GoAsync("/sign-in");
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Agent: answer three posts" }).FocusAsync();
        await agent.Page.Keyboard.PressAsync("Enter");
        await Expect(agent.Page).ToHaveURLAsync(new Regex("/demo/agent"));
        var cases = agent.Page.Locator(".case");
        await Expect(cases).ToHaveCountAsync(3);
        await Expect(cases.First.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await LookAsync(agent, "agent");

        await AnswerAsync("Sorry about that. Have you restarted it since this morning?");
        await Expect(cases.First.Locator(".thread")).ToContainTextAsync("Since this morning, and I tried it twice. What should I do?", new() { Timeout = 30_000 });
        await Expect(cases.First.Locator(".state")).ToHaveTextAsync("answered, but the customer waits again: the next clock runs", new() { Timeout = 30_000 });
        await AnswerAsync("Sorry!");
        await Expect(cases.Nth(1).Locator(".thread")).ToContainTextAsync("That does not help me at all. What now?", new() { Timeout = 30_000 });
        await AnswerAsync("<b>We</b> have sent you a new one, and it is with you tomorrow before noon.");
        await Expect(cases.Nth(2).Locator(".thread")).ToContainTextAsync("<b>We</b> have sent you a new one");
        // Thanks, or a question more: the customer of this run decides.
        await Expect(cases.Nth(2).Locator(".state")).ToHaveTextAsync(new Regex("^answered, (and it helped|but the customer waits again)"), new() { Timeout = 30_000 });
        await Expect(agent.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("All 3 answered");
        await Expect(agent.Page.GetByRole(AriaRole.Link, new() { Name = "See it in Operations" })).ToBeFocusedAsync();
        await LookAsync(agent, "answered");
        agent.AssertQuiet();

        async Task AnswerAsync(string text)
        {
            await Expect(agent.Page.Locator("textarea:focus")).ToHaveCountAsync(1);
            await agent.Page.Keyboard.TypeAsync(text);
            await agent.Page.Keyboard.PressAsync("Tab");
            await agent.Page.Keyboard.PressAsync("Enter");
        }
    }

    private static async Task LookAsync(Visitor visitor, string name, bool whole = true)
    {
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(1440, ColorScheme.Dark), (390, ColorScheme.Light), (320, ColorScheme.Dark), (1440, ColorScheme.Light)])
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await visitor.AssertNoSidewaysScrollingAsync();
            await visitor.PictureAsync($"demo-{name}-{width}-{scheme.ToString().ToLowerInvariant()}", whole);
            await Axe.AssertCleanAsync(visitor);
        }
    }
}
