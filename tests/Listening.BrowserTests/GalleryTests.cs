using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

public sealed class GalleryTests(Chromium chromium, DemoServer server)
{
    private const string Layout = """
        {
          "title": "<b>Team</b>",
          "description": "Dropped in <script>alert(1)</script>",
          "period": "7d",
          "tiles": [
            { "id": "waiting", "title": "Waiting <i>now</i>", "kind": "number", "width": 3, "metrics": [{ "id": "backlog" }] },
            { "id": "volume", "title": "Posts", "kind": "bars", "width": 8, "period": "24h", "metrics": [{ "id": "posts", "interval": "fit" }] }
          ]
        }
        """;

    [Fact]
    public async Task A_file_dropped_in_while_the_server_runs_is_shown_a_broken_one_says_why_and_the_version_before_stays()
    {
        await using var visitor = await Visitor.StrangerAsync(chromium, server);
        await visitor.SignInAsync(server);
        await visitor.GoAsync("/dashboards");
        await Expect(visitor.Page.Locator("[data-id=operations] a")).ToHaveTextAsync("Operations");
        await Expect(visitor.Page.Locator(".empty, .card").Last).ToBeVisibleAsync();

        await server.WriteDashboardAsync("dropped.json", Layout);
        var card = visitor.Page.Locator("[data-id=dropped]");
        await Expect(card.Locator("a")).ToHaveTextAsync("<b>Team</b>", new() { Timeout = 20_000 });
        await Expect(card.Locator(".card-foot")).ToContainTextAsync("2 tiles");
        await server.WriteDashboardAsync("dropped.json", Layout.Replace("\"backlog\"", "\"backlogg\"", StringComparison.Ordinal));
        await Expect(card.Locator(".fault")).ToContainTextAsync("line 6, column", new() { Timeout = 20_000 });
        await Expect(card.Locator(".fault")).ToContainTextAsync("Did you mean 'backlog'");
        await visitor.PictureAsync("gallery-1440-light");
        await visitor.AssertNoSidewaysScrollingAsync();
        await Axe.AssertCleanAsync(visitor);

        await card.Locator("a").ClickAsync();
        await visitor.LoadedAsync();
        await Expect(visitor.Page.Locator("#waiting h2")).ToContainTextAsync("Waiting <i>now</i>");
        await Expect(visitor.Page.Locator("[data-period='7d']")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(visitor.Page.Locator(".tile b i, .tile h2 i, h1 b")).ToHaveCountAsync(0);
        await server.WriteDashboardAsync("dropped.json", Layout.Replace("Waiting <i>now</i>", "Who waits", StringComparison.Ordinal));
        await Expect(visitor.Page.Locator("#waiting h2")).ToContainTextAsync("Who waits", new() { Timeout = 20_000 });
        visitor.AssertQuiet();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Light)]
    public async Task The_gallery_is_readable_at_every_width_and_in_the_dark(int width, ColorScheme scheme)
    {
        await using var visitor = await Visitor.StrangerAsync(chromium, server, width, 844, scheme);
        await visitor.SignInAsync(server);
        await visitor.GoAsync("/dashboards");
        await Expect(visitor.Page.Locator("[data-id=operations] a")).ToBeVisibleAsync();
        await visitor.AssertNoSidewaysScrollingAsync();
        await visitor.PictureAsync($"gallery-{width}-{scheme.ToString().ToLowerInvariant()}");
        await Axe.AssertCleanAsync(visitor);
        visitor.AssertQuiet();
    }
}
