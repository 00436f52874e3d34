using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>A stranger's own brand: from an empty directory and the printed link to their own post on the screen, with a feed on this machine in place of the network.</summary>
public sealed class StrangerTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(60);

    private readonly LoopbackServer server = new();
    private readonly FeedHost feed = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await feed.DisposeAsync();
    }

    [Fact]
    public async Task From_the_brands_name_to_its_first_post_on_the_screen_it_takes_six_clicks_and_a_minute_at_the_most()
    {
        var now = TimeProvider.System.GetUtcNow();
        feed.Post("A nice day at the lake", now.AddMinutes(-9));
        feed.Post("Acme lost my bag and nobody answers", now.AddMinutes(-5));
        await using var visitor = await Visitor.StrangerAsync(chromium, server);
        var page = visitor.Page;
        await page.GotoAsync(server.Link.ToString());
        await page.GetByLabel("Your name").FillAsync("Ana");
        await page.GetByLabel("E-mail address").FillAsync("ana@example.com");
        await page.GetByLabel("Password").FillAsync("correct horse battery");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/setup$"));
        await Expect(page.GetByLabel("What is your brand called?")).ToBeFocusedAsync();

        var clicks = await Clicks.OnAsync(page);
        await page.ReloadAsync();
        await Expect(page.GetByLabel("What is your brand called?")).ToBeFocusedAsync();
        var watch = Stopwatch.StartNew();
        await page.Keyboard.TypeAsync("Acme");
        await visitor.PictureAsync("stranger-1");
        await Button(page, "Continue").ClickAsync();
        await page.GetByLabel("Hacker News").UncheckAsync();
        await page.GetByLabel("Mastodon", new() { Exact = true }).UncheckAsync();
        await page.GetByLabel("Address of the feed").FillAsync(feed.Address.ToString());
        await Expect(page.GetByLabel("Feed (RSS, Atom, JSON Feed)")).ToBeCheckedAsync();
        await visitor.PictureAsync("stranger-2");
        await Button(page, "Preview").ClickAsync();
        await Expect(page.Locator(".says")).ToHaveTextAsync("● 1 of 2 posts are about Acme.");
        await visitor.PictureAsync("stranger-3");
        await Button(page, "Start listening").ClickAsync();
        await Expect(page.Locator(".first-posts .trial-text")).ToHaveTextAsync("Acme lost my bag and nobody answers", new() { Timeout = (float)Within.TotalMilliseconds });
        var (took, pressed) = (watch.Elapsed, await clicks.SoFarAsync());
        await Expect(page.Locator(".learning")).ToHaveTextAsync("Learning the baseline: day 1 of 28; fixed thresholds until then.");
        await Expect(page.Locator(".source-lines")).ToContainTextAsync("acme-feed: 2 posts came in");
        await visitor.PictureAsync("stranger-4");
        TestContext.Current.TestOutputHelper?.WriteLine($"{pressed} clicks, {took.TotalSeconds:F1} s");
        Assert.True(pressed <= 6, $"{pressed} clicks");
        Assert.True(took <= Within, $"{took}");

        await page.GetByRole(AriaRole.Link, new() { Name = "open", Exact = true }).ClickAsync();
        await Expect(visitor.Drawer.Locator(".thread li")).ToContainTextAsync("Acme lost my bag and nobody answers", new() { Timeout = 30_000 });
        await Expect(page.Locator(".learning")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await visitor.PictureAsync("stranger-5", whole: false);
        visitor.AssertQuiet();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
