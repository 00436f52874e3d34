using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>The page of sources over real ones, with a feed on this machine in place of the network.</summary>
public sealed class RealSourcesTests(Chromium chromium) : IAsyncLifetime
{
    private const string Secret = "hunter2-never-shown";

    private readonly LoopbackServer server = new();
    private readonly FeedHost feed = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await feed.DisposeAsync();
    }

    [Fact]
    public async Task A_feed_is_tried_added_run_paused_changed_and_removed_and_a_credential_never_comes_back()
    {
        feed.Post("Acme lost my bag", TimeProvider.System.GetUtcNow().AddMinutes(-5));
        await using var visitor = await Visitor.StrangerAsync(chromium, server);
        await visitor.SignInAsync(server);
        var page = visitor.Page;
        await visitor.GoAsync("/sources");
        await Expect(page.Locator(".nothing-here")).ToBeVisibleAsync();
        await Axe.AssertCleanAsync(visitor);
        await visitor.PictureAsync("real-sources-empty");
        await Button(page, "Add Feed (RSS, Atom, JSON Feed)").ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("forum");
        await page.GetByLabel("Address of the feed").FillAsync("ftp://nowhere.example");
        await Button(page, "Test").ClickAsync();
        await Expect(page.Locator(".field .wrong:visible")).ToContainTextAsync("must be an address");
        await page.GetByLabel("Address of the feed").FillAsync(feed.Address.ToString());
        await Button(page, "Test").ClickAsync();
        await Expect(page.Locator(".trial-text")).ToHaveTextAsync("Acme lost my bag");
        await Button(page, "Add source").ClickAsync();
        await Expect(page.Locator(".status")).ToHaveTextAsync("●Healthy", new() { Timeout = 30_000 });
        await Expect(page.Locator(".source-facts div", new() { HasText = "Posts" }).First).ToContainTextAsync("1");

        await Button(page, "Pause forum").ClickAsync();
        await Expect(page.Locator(".status")).ToHaveTextAsync("‖Paused");
        await Button(page, "Resume forum").ClickAsync();
        await Expect(page.Locator(".status")).Not.ToHaveTextAsync("‖Paused");
        await Button(page, "Run now forum").ClickAsync();
        await Button(page, "Edit forum").ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("our-forum");
        await Button(page, "Save").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "our-forum" })).ToBeVisibleAsync();

        await Button(page, "Add Bluesky").ClickAsync();
        await page.GetByLabel("Handle", new() { Exact = true }).FillAsync("acme.example");
        await page.GetByLabel("App password").FillAsync(Secret);
        await page.GetByLabel("Service (may be left out)").FillAsync(feed.Address.ToString());
        await Button(page, "Add source").ClickAsync();
        await Expect(page.Locator(".source-card")).ToHaveCountAsync(2);
        await Button(page, "Edit bluesky").ClickAsync();
        await Expect(page.GetByLabel("App password")).ToHaveAttributeAsync("placeholder", "Kept. Type to replace it");
        await visitor.PictureAsync("real-sources");
        var answered = await page.EvaluateAsync<string>("fetch('/api/v1/admin/sources').then((answer) => answer.text())");
        Assert.DoesNotContain(Secret, answered + await page.ContentAsync(), StringComparison.Ordinal);

        foreach (var name in (string[])["our-forum", "bluesky"])
        {
            await Button(page, $"Remove {name}").ClickAsync();
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
            await Expect(Button(page, $"Remove {name}")).ToHaveCountAsync(0);
        }

        await Expect(page.Locator(".nothing-here")).ToBeVisibleAsync();
        visitor.AssertQuiet();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
