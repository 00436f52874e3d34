using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

public sealed class ReportTests(Chromium chromium, DemoServer server)
{
    [Fact]
    public async Task The_page_its_details_its_lists_and_its_file_are_of_one_instant()
    {
        await using var visitor = await Visitor.StrangerAsync(chromium, server, 1440, 900);
        await visitor.SignInAsync(server);
        var details = new ConcurrentDictionary<string, string?>();
        visitor.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/dashboards/report/tiles/", StringComparison.Ordinal)) details[new Uri(request.Url).AbsolutePath] = AsOf(request.Url);
        };

        var report = await visitor.Page.RunAndWaitForResponseAsync(() => visitor.GoAsync("/report?period=28d"), answer => new Uri(answer.Url).AbsolutePath == "/api/v1/report");
        var asOf = (await report.JsonAsync())!.Value.GetProperty("asOf").GetString();
        await visitor.LoadedAsync();
        Assert.Equal(await visitor.Page.Locator("section.tile[data-kind]").CountAsync(), details.Count);
        Assert.All(details.Values, instant => Assert.Equal(asOf, instant));
        Assert.Equal(asOf, AsOf(server.Address + (await visitor.Page.GetByText("CSV", new() { Exact = true }).GetAttributeAsync("href"))![1..]));

        var list = await visitor.Page.RunAndWaitForResponseAsync(
            () => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Posts behind “Who answered first”" }).ClickAsync(), answer => answer.Url.Contains("/posts?", StringComparison.Ordinal));
        Assert.Equal(asOf, AsOf(list.Url));

        // A note makes the page anew, and with it all that stands under it.
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Drawer).ToHaveCountAsync(0);
        await PostAsync();
        // One that took long would serve again: here none may.
        await visitor.Page.RouteAsync("**/api/v1/report?*", route => route.ContinueAsync(new() { Headers = route.Request.Headers.Where(header => header.Key != "cache-control") }));
        await visitor.Page.Locator("#note-date").FillAsync("2026-11-02");
        await visitor.Page.Locator("#note-text").FillAsync("A new telephone system");
        var again = await visitor.Page.RunAndWaitForResponseAsync(() => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Annotate" }).ClickAsync(), answer => new Uri(answer.Url).AbsolutePath == "/api/v1/report");
        var later = (await again.JsonAsync())!.Value.GetProperty("asOf").GetString();
        Assert.NotEqual(asOf, later);
        await visitor.Page.WaitForFunctionAsync("() => document.querySelectorAll('section.tile[aria-busy=true]').length === 0");
        Assert.All(details.Values, instant => Assert.Equal(later, instant));
        visitor.AssertQuiet();
    }

    // A report serves for a minute where nothing came in.
    private async Task PostAsync()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await server.NewKeyAsync("report", "ingest:forum"));
        var line = JsonSerializer.Serialize(new { source = "forum", id = "report-news", author = new { handle = "ana" }, text = "Kestrelnet, thank you", postedAt = TimeProvider.System.GetUtcNow() });
        using var content = new StringContent(line, Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync("/api/v1/posts", content, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
    }

    private static string? AsOf(string address) => HttpUtility.ParseQueryString(new Uri(address).Query)["asOf"];
}
