using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

public sealed class DashboardTests(Chromium chromium, DemoServer server)
{
    [Fact]
    public async Task A_tile_moves_by_itself_when_a_program_posts()
    {
        var key = await server.NewKeyAsync("browser-test", "ingest:forum");
        await using var visitor = await Visitor.AtAsync(chromium, server, "/operations?filter=zanzibarquokka");
        await Expect(visitor.Page.Locator(".live")).ToHaveTextAsync("Live");
        await Expect(visitor.Page.Locator("#waiting .nothing")).ToHaveTextAsync("no data");

        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var line = JsonSerializer.Serialize(new
        {
            source = "forum", id = "one", author = new { handle = "ana" }, text = "Kestrelnet, where is my zanzibarquokka?", postedAt = TimeProvider.System.GetUtcNow(),
        });
        using var content = new StringContent(line, Encoding.UTF8, new MediaTypeHeaderValue("application/x-ndjson"));
        using var answer = await client.PostAsync("/api/v1/posts", content, TestContext.Current.CancellationToken);
        Assert.Contains("\"accepted\":1", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await Expect(visitor.Page.Locator("#volume .tile-foot")).ToContainTextAsync("n = 1", new() { Timeout = 10_000 });
        await Expect(visitor.Page.Locator("#waiting .figure")).ToHaveTextAsync("1", new() { Timeout = 10_000 });
        visitor.AssertQuiet();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public async Task Every_width_and_colour_is_readable_without_scrolling_sideways(int width, ColorScheme scheme)
    {
        await using var visitor = await Visitor.AtAsync(chromium, server, width: width, height: width > 400 ? 1000 : 844, scheme: scheme);
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", scheme == ColorScheme.Dark ? "dark" : "light");
        await visitor.AssertNoSidewaysScrollingAsync();
        await visitor.PictureAsync($"{width}-{scheme.ToString().ToLowerInvariant()}");
        await Axe.AssertCleanAsync(visitor);
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task A_chart_follows_a_new_width_that_comes_in_the_last_frame_of_its_first_drawing()
    {
        await using var visitor = await Visitor.StrangerAsync(chromium, server, 1440, 1000);
        await visitor.SignInAsync(server);
        // As soon as the chart moves it gets another width, of which it hears in the frame after; by then so much time went by that this frame is its last.
        await visitor.Page.AddInitScriptAsync("""
            const now = Date.now;
            const look = () => {
              const canvas = document.querySelector("#trend canvas");
              const chart = canvas && Chart.getChart(canvas);
              if (!chart || !Chart.animator.running(chart)) return requestAnimationFrame(look);
              canvas.parentElement.style.width = "300px";
              requestAnimationFrame(() => {
                Date.now = () => now.call(Date) + 10_000;
                wait(5);
              });
              const wait = (frames) => requestAnimationFrame(() => (frames > 0 ? wait(frames - 1) : (window.followed = canvas.style.width)));
            };
            requestAnimationFrame(look);
            """);
        await visitor.GoAsync("/operations?period=28d");
        await visitor.LoadedAsync();
        var followed = await visitor.Page.WaitForFunctionAsync("window.followed");
        Assert.Equal("300px", await followed.JsonValueAsync<string>());
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task A_table_stands_behind_every_figure_and_chart()
    {
        await using var visitor = await Visitor.AtAsync(chromium, server);
        foreach (var tile in await visitor.Tiles.AllAsync())
        {
            var turn = tile.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Show table") });
            if (await turn.CountAsync() > 0) await turn.ClickAsync();
            // A quiet demo may have nothing to time yet: a tile without data has nothing to tabulate.
            await Expect(tile.Locator("table tbody tr, .nothing").First).ToBeAttachedAsync();
        }

        var (tables, silent) = (await visitor.Page.Locator(".tile table").CountAsync(), await visitor.Page.Locator(".tile .nothing").CountAsync());
        Assert.Equal(await visitor.Tiles.CountAsync(), tables + silent);
        Assert.True(silent <= 2, $"{silent} tiles have no data");
        foreach (var caption in await visitor.Page.Locator(".tile caption").AllAsync()) await Expect(caption).Not.ToBeEmptyAsync();
        foreach (var chart in await visitor.Page.Locator("canvas").AllAsync()) await Expect(chart).ToHaveAttributeAsync("aria-label", new Regex(@"\d"));
        await Axe.AssertCleanAsync(visitor);
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_says_where_and_shows_an_example()
    {
        await using var visitor = await Visitor.AtAsync(chromium, server);
        await visitor.Page.Keyboard.PressAsync("/");
        await visitor.Page.Keyboard.TypeAsync("refund AND (lang:en");
        await visitor.Page.Keyboard.PressAsync("Enter");
        var error = visitor.Page.Locator("#filter-error");
        await Expect(error).ToBeVisibleAsync();
        await Expect(error.Locator("mark")).ToBeVisibleAsync();
        await Expect(error).ToContainTextAsync("For example");
        await Expect(visitor.Page.GetByLabel("Filter", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visitor.Page.Locator(".tile-error:visible")).ToHaveCountAsync(0);
        await Axe.AssertCleanAsync(visitor);

        await error.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(error).ToBeHiddenAsync();
        await visitor.LoadedAsync();
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task Everything_can_be_done_from_the_keyboard()
    {
        await using var visitor = await Visitor.AtAsync(chromium, server);
        var keyboard = visitor.Page.Keyboard;
        await keyboard.PressAsync("Tab");
        await Expect(visitor.Page.Locator("a.skip")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator("main")).ToBeFocusedAsync();
        await keyboard.PressAsync("3");
        await Expect(visitor.Page.Locator("[data-period='7d']")).ToHaveAttributeAsync("aria-pressed", "true");
        await keyboard.PressAsync("c");
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" })).ToHaveAttributeAsync("aria-pressed", "true");
        await visitor.LoadedAsync();

        var figure = visitor.Page.Locator("#first-answer .figure");
        for (var step = 0; step < 20 && !await figure.EvaluateAsync<bool>("element => element === document.activeElement"); step++) await keyboard.PressAsync("Tab");
        await Expect(figure).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(visitor.Drawer.Locator(".post-row").First).ToBeVisibleAsync();
        await keyboard.PressAsync("j");
        await Expect(visitor.Drawer.Locator(".post-row").First).ToBeFocusedAsync();
        await keyboard.PressAsync("j");
        await Expect(visitor.Drawer.Locator(".post-row").Nth(1)).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(visitor.Drawer.Locator(".thread li").First).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");
        await Expect(visitor.Drawer.Locator(".post-row").Nth(1)).ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await Expect(visitor.Drawer).ToHaveCountAsync(0);
        await Expect(figure).ToBeFocusedAsync();
        visitor.AssertQuiet();
    }
}
