using System.Text.RegularExpressions;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

public sealed class SignInTests(Chromium chromium, DemoServer server)
{
    [Fact]
    public async Task The_newcomer_opens_the_printed_link_and_sees_every_tile_filled()
    {
        await using var newcomer = await Visitor.StrangerAsync(chromium, server);
        await newcomer.Page.GotoAsync((await server.NewLinkAsync()).ToString());
        await Expect(newcomer.Page.GetByText("SIMULATED", new() { Exact = true })).ToBeVisibleAsync();
        await Axe.AssertCleanAsync(newcomer);
        await newcomer.PictureAsync("sign-in");
        await newcomer.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(newcomer.Page).ToHaveURLAsync(new Regex("/operations"));
        await newcomer.LoadedAsync();

        await Expect(newcomer.Tiles).ToHaveCountAsync(19);
        await Expect(newcomer.Page.Locator(".tile-error:visible")).ToHaveCountAsync(0);
        foreach (var tile in await newcomer.Tiles.AllAsync())
        {
            await Expect(tile.Locator(".tile-body").Locator("canvas, .figure, table, button, .nothing").First).ToBeVisibleAsync();
            await Expect(tile.Locator(".tile-foot")).ToContainTextAsync("n = ");
        }
        await Expect(newcomer.Page.GetByText("SIMULATED", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(newcomer.Page).ToHaveTitleAsync(new Regex("SIMULATED"));
        await Expect(newcomer.Page.Locator(".live")).ToHaveTextAsync("Live");
        newcomer.AssertQuiet();
    }

    [Fact]
    public async Task A_used_link_is_refused_with_a_page_that_says_how_to_get_a_new_one()
    {
        var link = await server.NewLinkAsync();
        await using var first = await Visitor.StrangerAsync(chromium, server);
        await first.Page.GotoAsync(link.ToString());
        await PressEnterAsync(first);
        await Expect(first.Page).ToHaveURLAsync(new Regex("/operations"));

        await using var second = await Visitor.StrangerAsync(chromium, server, 320, 640);
        await second.Page.GotoAsync(link.ToString());
        await PressEnterAsync(second);
        await Expect(second.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading)).ToHaveTextAsync("This link is not good any more");
        await Expect(second.Page.Locator("main")).ToContainTextAsync("listening link");
        await second.AssertNoSidewaysScrollingAsync();
        await Axe.AssertCleanAsync(second);
        second.AssertQuiet();
    }

    [Fact]
    public async Task Operations_says_to_who_is_not_signed_in_what_to_do()
    {
        await using var stranger = await Visitor.StrangerAsync(chromium, server);
        await stranger.GoAsync("/operations");
        await Expect(stranger.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading)).ToHaveTextAsync("Please sign in");
        await Expect(stranger.Page.Locator("main")).ToContainTextAsync("listening link");
        await Expect(stranger.Tiles).ToHaveCountAsync(0);
        await Axe.AssertCleanAsync(stranger);
        stranger.AssertQuiet();
    }

    // The button has the focus by itself, but a browser gives it after the page was loaded: a key pressed before goes nowhere.
    private static async Task PressEnterAsync(Visitor visitor)
    {
        await Expect(visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in" })).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
    }
}
