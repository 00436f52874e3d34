using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>The page of rules: made, tried on the last week, switched on, changed and taken away.</summary>
[Collection(TriageRoom.Name)]
public sealed class RulesTests(Chromium chromium, TriageServer server)
{
    [Fact]
    public async Task A_rule_is_tried_kept_off_switched_on_changed_and_removed_and_whatever_it_is_called_stays_text()
    {
        await server.ComplainAsync("mike", 2);
        await using var max = await server.JoinedAsync(chromium, "Max", "admin");
        var (page, name) = (max.Page, HostileTexts.All[1]);
        var watch = await HostileWatch.OnAsync(page);
        await max.GoAsync("/rules");
        await Expect(page.Locator(".nothing-here")).ToContainTextAsync("No rules yet");
        var (query, fault) = (page.GetByLabel("Cases that it finds"), page.Locator("form .wrong:visible"));
        await query.FillAsync("mike (");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it on the last week" }).ClickAsync();
        await Expect(fault).ToContainTextAsync("(at character 7)");
        await query.FillAsync("mike");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it on the last week" }).ClickAsync();
        await Expect(page.Locator(".trial")).ToContainTextAsync("It finds 2 of ");
        await Expect(page.Locator(".trial li")).ToHaveCountAsync(2);

        await page.GetByLabel("Rule", new() { Exact = true }).FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the rule" }).ClickAsync();
        await Expect(fault).ToContainTextAsync("A rule does at least one thing");
        await page.GetByLabel("Tags that it sets").FillAsync("#bags, vip");
        await page.GetByLabel("Team that gets it").FillAsync("Luggage");
        await page.GetByLabel("Max", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the rule" }).ClickAsync();
        var rule = page.Locator(".rule");
        await Expect(rule).ToContainTextAsync("Tags it #bags #vip, gives it to Max and gives it to the team Luggage.");
        await Expect(rule.Locator(".badge")).ToHaveTextAsync("off");
        await watch.AssertTextAsync(name);
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in (int[])[390, 1024, 1440])
            {
                await page.SetViewportSizeAsync(width, 900);
                await max.AssertNoSidewaysScrollingAsync();
                await max.PictureAsync($"rules-{width}-{scheme.ToString().ToLowerInvariant()}");
                await Axe.AssertCleanAsync(max);
            }
        }

        await Expect(rule.Locator("[data-act=switch]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(rule.Locator(".badge")).ToHaveTextAsync("on");
        await server.SendAsync(TriageServer.Post("mike-ruled", "mikeruled", "@acme where does mike find his bag", TimeProvider.System.GetUtcNow()));
        await server.UntilAsync("mike", 3);
        var found = Assert.Single(await server.CasesAsync("tag:vip+mike")).GetProperty("case");
        Assert.Equal(("max@example.com", "Luggage"), (found.GetProperty("assignee").GetString(), found.GetProperty("team").GetString()));

        await rule.Locator("[data-act=change]").ClickAsync();
        await rule.GetByLabel("Cases that it finds").FillAsync("mike AND bag*");
        await rule.GetByRole(AriaRole.Button, new() { Name = "Save the rule" }).ClickAsync();
        await Expect(rule.Locator("code").First).ToHaveTextAsync("mike AND bag*");
        await Expect(rule).ToContainTextAsync("Ran on 1 case.");
        await Expect(rule.Locator("[data-act=change]")).ToBeFocusedAsync();
        await rule.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(rule).ToHaveCountAsync(0);
        max.AssertQuiet();
    }
}
