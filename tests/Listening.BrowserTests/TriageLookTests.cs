using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>The desk as it is seen: at each width, in both themes, empty, failing, offline, and full of texts that want to be more.</summary>
[Collection(TriageRoom.Name)]
public sealed class TriageLookTests(Chromium chromium, TriageServer server)
{
    [Fact]
    public async Task It_is_readable_at_every_width_in_both_themes_with_a_way_back_where_it_is_narrow()
    {
        var now = TimeProvider.System.GetUtcNow();
        await server.ComplainAsync("echo", 6, minutesAgo: 50);
        await server.SendAsync(
            TriageServer.Post("echo-r", "rival", "@echo0 that would not happen with us", now.AddMinutes(-40), "echo-0"), TriageServer.Post("echo-more", "echo0", "@acme hello?", now.AddMinutes(-30), "echo-0"));
        await using var fay = await server.JoinedAsync(chromium, "Fay");
        await OpenAsync(fay, "echo");
        await Expect(fay.Page.Locator(".case-row .rival")).ToHaveTextAsync("◆ Rival answered", new() { Timeout = 30_000 });
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await fay.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in (int[])[1440, 1024, 390, 320])
            {
                await fay.Page.SetViewportSizeAsync(width, 900);
                await LookAsync(fay, $"triage-{width}-{scheme.ToString().ToLowerInvariant()}");
                if (width > 760) continue;
                await fay.Page.Locator(".case-row .open").Nth(1).ClickAsync();
                await Expect(fay.Page.Locator("#case-title")).ToBeFocusedAsync();
                await Expect(fay.Page.Locator(".queue")).ToBeHiddenAsync();
                await LookAsync(fay, $"triage-case-{width}-{scheme.ToString().ToLowerInvariant()}");
                await fay.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the queue" }).ClickAsync();
                await Expect(fay.Page.Locator(".case-row[data-current] .open")).ToBeFocusedAsync();
            }
        }

        fay.AssertQuiet();
    }

    [Fact]
    public async Task An_empty_queue_a_failure_and_a_lost_connection_say_what_they_are_and_rows_stay()
    {
        await server.ComplainAsync("foxtrot", 2);
        await using var gus = await server.JoinedAsync(chromium, "Gus");
        await OpenAsync(gus, "nothinghasthisword");
        await Expect(gus.Page.Locator(".nothing")).ToContainTextAsync("Nothing is found.");
        await Expect(gus.Page.Locator(".nothing")).ToContainTextAsync("Sources healthy: ");
        await OpenAsync(gus, "foxtrot");
        await Expect(gus.Page.Locator(".case-row .open")).ToHaveCountAsync(2);

        await gus.Page.RouteAsync("**/api/v1/cases?*", route => route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = """{"detail":"The relational store does not answer; the log says more."}""" }));
        await gus.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(gus.Page.Locator(".queue > .notice")).ToContainTextAsync("The relational store does not answer; the log says more. The rows are as they were.");
        await Expect(gus.Page.Locator(".case-row .open")).ToHaveCountAsync(2);
        await gus.Page.UnrouteAllAsync();
        await gus.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(gus.Page.Locator(".queue > .notice")).ToBeHiddenAsync();

        await gus.Page.Context.SetOfflineAsync(true);
        await Expect(gus.Page.GetByText("You are offline.")).ToBeVisibleAsync();
        await server.SendAsync(TriageServer.Post("foxtrot-late", "foxtrotlate", "@acme my bag is lost and nobody answers. foxtrot", TimeProvider.System.GetUtcNow()));
        await server.UntilAsync("foxtrot", 3);
        await Expect(gus.Page.Locator(".case-row .open")).ToHaveCountAsync(2);
        await gus.Page.Context.SetOfflineAsync(false);
        await Expect(gus.Page.GetByText("You are offline.")).ToBeHiddenAsync();
        await Expect(gus.Page.Locator(".fresh")).ToHaveTextAsync("1 new", new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Who_may_not_triage_is_told_which_role_is_needed()
    {
        await using var hal = await server.JoinedAsync(chromium, "Hal", "executive");
        await Expect(hal.Page.Locator(".rooms a", new() { HasText = "Triage" })).ToHaveCountAsync(0);
        var answer = await hal.Page.GotoAsync(new Uri(server.Address, "/triage").ToString());
        Assert.Equal(403, answer!.Status);
        await Expect(hal.Page.Locator("main")).ToContainTextAsync("This needs the role agent or supervisor or admin. You are signed in as Hal, executive.");
    }

    [Fact]
    public async Task Whatever_a_post_its_author_its_address_its_pictures_or_its_source_is_called_it_stays_text()
    {
        await server.SendAsync(HostileTexts.Posts(TimeProvider.System.GetUtcNow()));
        await using var ida = await server.JoinedAsync(chromium, "Ida");
        var watch = await HostileWatch.OnAsync(ida.Page);
        await ida.GoAsync("/triage?q=alert");
        await Expect(ida.Page.Locator(".case-row .open")).ToHaveCountAsync(HostileTexts.All.Count, new() { Timeout = 30_000 });
        await watch.AssertTextAsync();
        for (var at = 0; at < HostileTexts.All.Count; at++)
        {
            await Expect(ida.Page.Locator(".case-thread .thread li").First).ToBeVisibleAsync();
            await Expect(ida.Page.Locator(".case-thread .thread li.here")).ToHaveCountAsync(1);
            Assert.Contains(await ida.Page.Locator("#case-title").TextContentAsync(), HostileTexts.All);
            await watch.AssertTextAsync();
            await Expect(ida.Page.Locator(".case-pane a[target=_blank][href]")).ToHaveCountAsync(0);
            await ida.Page.Keyboard.PressAsync("j");
        }

        await ida.Page.Keyboard.PressAsync("n");
        await ida.Page.Keyboard.InsertTextAsync(HostileTexts.Everything);
        await ida.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(ida.Page.Locator(".inside-note")).ToBeVisibleAsync();
        await watch.AssertTextAsync(HostileTexts.Everything);
        foreach (var key in (string[])["e", "t", "c", "Control+k"])
        {
            await ida.Page.Keyboard.PressAsync(key);
            await Expect(ida.Page.Locator("dialog.pick[open]")).ToBeVisibleAsync();
            await ida.Page.Keyboard.InsertTextAsync(HostileTexts.All[1]);
            await watch.AssertTextAsync();
            await ida.Page.Keyboard.PressAsync("Escape");
        }

        foreach (var text in HostileTexts.All.Concat(HostileTexts.Closing))
        {
            var value = Uri.EscapeDataString(text);
            await ida.GoAsync($"/triage?q={value}&view={value}&case={value}#{value}");
            await Expect(ida.Page.Locator("main.triage, main [role=alert]:visible").First).ToBeVisibleAsync();
            await watch.AssertTextAsync();
        }
    }

    private static async Task OpenAsync(Visitor visitor, string word)
    {
        await visitor.GoAsync($"/triage?q={word}");
        await Expect(visitor.Page.Locator(".queue[aria-busy=false]")).ToBeVisibleAsync();
    }

    private static async Task LookAsync(Visitor visitor, string name)
    {
        await visitor.AssertNoSidewaysScrollingAsync();
        await visitor.PictureAsync(name);
        await Axe.AssertCleanAsync(visitor);
    }
}
