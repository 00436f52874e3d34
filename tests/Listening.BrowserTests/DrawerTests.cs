using System.Text.RegularExpressions;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

public sealed class DrawerTests(Chromium chromium, DemoServer server)
{
    [Theory]
    [InlineData("first-answer", "Median first answer")]
    [InlineData("within-hour", "Answered within 1 h")]
    [InlineData("next-answer", "Next answers")]
    public async Task A_click_on_a_number_opens_as_many_rows_as_the_tile_counts(string tile, string title)
    {
        var before = TimeProvider.System.GetUtcNow().AddDays(-1);
        await using var visitor = await Visitor.AtAsync(chromium, server, $"/operations?from={before.AddDays(-1):yyyy-MM-dd}&to={before:yyyy-MM-dd}");
        await visitor.Page.Locator($"#{tile} .figure").ClickAsync();
        await Expect(visitor.Drawer).ToBeVisibleAsync();
        await Expect(visitor.Drawer.Locator(".drawer-head")).ToContainTextAsync(new Regex(@"n = \d"));
        // A tile that moved since says so in its foot: both are read until they agree.
        await Expect(visitor.Page.Locator($"#{tile} .tile-foot")).ToContainTextAsync("n = ");
        var told = Visitor.CountIn(await visitor.Drawer.Locator(".drawer-head").InnerTextAsync());
        Assert.True(told > 0, $"{title} counts nothing");
        await Expect(visitor.Page.Locator($"#{tile} .tile-foot")).ToContainTextAsync(new Regex($@"n = {told:N0}\b"));
        await Axe.AssertCleanAsync(visitor);
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task Every_row_can_be_reached_when_there_are_more_than_a_page()
    {
        await using var visitor = await Visitor.AtAsync(chromium, server, "/operations?period=7d&list=frt");
        await Expect(visitor.Drawer.Locator(".drawer-head")).ToContainTextAsync(new Regex(@"n = \d"));
        var told = Visitor.CountIn(await visitor.Drawer.Locator(".drawer-head").InnerTextAsync());
        Assert.True(told > 50, $"only {told} rows");
        await visitor.PictureAsync("drawer", whole: false);
        await visitor.Drawer.Locator(".more").ScrollIntoViewIfNeededAsync();
        await Expect(visitor.Drawer.Locator(".post-row").Nth(50)).ToBeAttachedAsync();
    }

    [Fact]
    public async Task A_row_leads_to_its_conversation_and_back_to_the_list()
    {
        await using var visitor = await Visitor.AtAsync(chromium, server, "/operations?list=frt_answered");
        await visitor.Drawer.Locator(".post-row").First.ClickAsync();
        await Expect(visitor.Drawer.GetByRole(Microsoft.Playwright.AriaRole.Heading).First).ToHaveTextAsync(new Regex("^Conversation of "));
        await Expect(visitor.Drawer.Locator(".thread li[data-party=customer]").First).ToBeVisibleAsync();
        await Expect(visitor.Drawer.Locator(".thread li[data-party=own]").First).ToBeVisibleAsync();
        await Expect(visitor.Drawer.Locator(".thread li.here")).ToHaveCountAsync(1);
        await Axe.AssertCleanAsync(visitor);
        await visitor.PictureAsync("conversation", whole: false);
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Drawer.Locator(".post-row.last")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Drawer).ToHaveCountAsync(0);
        // The address says so too: the same number opens the same list once more.
        await Expect(visitor.Page).Not.ToHaveURLAsync(new Regex("list="));
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task A_copied_address_shows_the_same_to_somebody_else()
    {
        await using var sender = await Visitor.AtAsync(chromium, server, "/operations?period=7d&filter=lang%3Aen");
        await sender.Page.Locator("#first-answer .figure").ClickAsync();
        await sender.Drawer.Locator(".post-row").Nth(2).ClickAsync();
        await Expect(sender.Drawer.Locator(".thread")).ToBeVisibleAsync();
        var thread = await sender.Drawer.Locator(".thread p").AllInnerTextsAsync();
        Assert.NotEmpty(thread);

        await using var reader = await Visitor.StrangerAsync(chromium, server);
        await reader.Page.GotoAsync((await server.NewLinkAsync()).ToString());
        await reader.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/operations"));
        await reader.Page.GotoAsync(sender.Page.Url);
        await Expect(reader.Drawer.Locator(".thread")).ToBeVisibleAsync();
        var read = await reader.Drawer.Locator(".thread p").AllInnerTextsAsync();
        await sender.Page.ReloadAsync();
        await Expect(sender.Drawer.Locator(".thread")).ToBeVisibleAsync();
        var after = await sender.Drawer.Locator(".thread p").AllInnerTextsAsync();
        // Somebody may write in it meanwhile: what is read is what stood there before, and no more than stands there after.
        Assert.Equal(thread, read.Take(thread.Count));
        Assert.Equal(read, after.Take(read.Count));
        await Expect(reader.Page.Locator(".filter input")).ToHaveValueAsync("lang:en");
        await Expect(reader.Page.Locator("[data-period='7d']")).ToHaveAttributeAsync("aria-pressed", "true");
        reader.AssertQuiet();
    }
}
