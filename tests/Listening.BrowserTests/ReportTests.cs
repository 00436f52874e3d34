using System.Collections.Concurrent;
using System.Web;
using Microsoft.Playwright;
using Xunit;

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
        visitor.AssertQuiet();
    }

    private static string? AsOf(string address) => HttpUtility.ParseQueryString(new Uri(address).Query)["asOf"];
}
