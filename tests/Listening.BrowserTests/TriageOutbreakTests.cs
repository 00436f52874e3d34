using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>Many who say the same are one row, shown and answered together; what cannot be searched for says where it is wrong.</summary>
[Collection(TriageRoom.Name)]
public sealed class TriageOutbreakTests(Chromium chromium, TriageServer server)
{
    [Fact]
    public async Task An_outbreak_is_one_row_that_opens_its_list_and_is_answered_as_one()
    {
        var now = TimeProvider.System.GetUtcNow();
        await server.SendAsync(Enumerable.Range(0, 6).Select(index => TriageServer.Post($"kilo-{index}", $"kilo{index}", "@acme the ticket machine by the north gate eats every card since noon", now.AddMinutes(-30 - index))));
        await server.UntilAsync("gate", 6);
        await using var kay = await server.JoinedAsync(chromium, "Kay");
        var page = kay.Page;
        List<JsonElement> sent = [];
        await page.ComposeByAsync(() => new { channel = true, limit = 500, counts = "graphemes", thread = "1", inside = Array.Empty<string>() });
        await page.RouteAsync("**/api/v1/cases/*/outbreak/reply", async route =>
        {
            sent.Add(JsonSerializer.Deserialize<JsonElement>(route.Request.PostData!));
            await AnswerAsync(route, 202, new { sent = 4, left = 0, items = new object[] { new { @case = 1, reply = "a" }, new { @case = 2, problem = "Another answer to it is on its way." } } });
        });
        await kay.GoAsync("/triage");
        foreach (var view in (string[])["At risk", "Not sure", "Waiting for an expert", "Promise due"])
            await Expect(page.Locator(".views .view", new() { HasTextRegex = new Regex("^" + view) })).ToBeVisibleAsync();
        var row = page.Locator(".case-row", new() { HasText = "north gate" });
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row.Locator(".chip").Filter(new() { HasText = "similar" })).ToHaveTextAsync("+5 similar");
        await Expect(row.Locator(".why")).ToContainTextAsync("5 similar within an hour");

        await LookAsync(kay, "triage-folded");
        await row.Locator(".alike").ClickAsync();
        await Expect(page.Locator(".case-row")).ToHaveCountAsync(6);
        await Expect(page).ToHaveURLAsync(new Regex("q=outbreak%3A[0-9]+"));
        await Expect(page.Locator(".case-row[data-current] .open")).ToBeFocusedAsync();
        await Expect(page.Locator(".case-aside")).ToContainTextAsync("6 who say the same within a day need an answer.");
        await LookAsync(kay, "triage-outbreak");
        await page.Locator(".case-row[data-current] .open").FocusAsync();

        // From the keyboard: the palette, the words, Ctrl+Enter.
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("answered ones too");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Who gets the answer")).ToHaveValueAsync("all");
        await page.Keyboard.TypeAsync("It takes cards again, {name}.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync("4 answers are on their way. 1 is not sent: Another answer to it is on its way.");
        var body = Assert.Single(sent);
        Assert.Equal(("It takes cards again, {name}.", true), (body.GetProperty("text").GetString(), body.GetProperty("answered").GetBoolean()));
        await Expect(page.GetByLabel("Who gets the answer")).ToHaveValueAsync("one");
        kay.AssertQuiet();
    }

    [Fact]
    public async Task A_search_that_cannot_be_read_is_marked_where_it_is_wrong_and_a_kept_one_stands_with_its_count()
    {
        await server.ComplainAsync("lima", 2);
        await using var lea = await server.JoinedAsync(chromium, "Lea");
        var (page, box) = (lea.Page, lea.Page.GetByLabel("Search cases"));
        await lea.GoAsync("/triage?q=lima");
        await Expect(page.Locator(".case-row .open")).ToHaveCountAsync(2);
        await box.FillAsync("lima AND (late");
        await box.PressAsync("Enter");
        await Expect(page.Locator("#search-fault")).ToContainTextAsync("(at character 10)");
        await Expect(page.Locator("#search-fault mark")).ToHaveTextAsync("(late");
        await Expect(box).ToBeFocusedAsync();
        Assert.Equal(9, await box.EvaluateAsync<int>("(input) => input.selectionStart"));
        await Expect(page.Locator(".case-row .open")).ToHaveCountAsync(2);
        await Axe.AssertCleanAsync(lea);

        await box.FillAsync("lima NOT state:resolved");
        await box.PressAsync("Enter");
        await Expect(page.Locator("#search-fault")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save this search" }).ClickAsync();
        await page.Keyboard.TypeAsync("Lost in Lima");
        await page.Keyboard.PressAsync("Enter");
        var kept = page.Locator(".views .view", new() { HasText = "Lost in Lima" });
        await Expect(kept.Locator("b")).ToHaveTextAsync(2.ToString(CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the search Lost in Lima" }).ClickAsync();
        await Expect(kept).ToHaveCountAsync(0);
    }

    private static async Task LookAsync(Visitor visitor, string name)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in (int[])[390, 1024, 1440])
            {
                await visitor.Page.SetViewportSizeAsync(width, 900);
                await visitor.AssertNoSidewaysScrollingAsync();
                await visitor.PictureAsync($"{name}-{width}-{scheme.ToString().ToLowerInvariant()}");
                await Axe.AssertCleanAsync(visitor);
            }
        }
    }

    private static Task AnswerAsync(IRoute route, int status, object body) => route.FulfillAsync(new() { Status = status, ContentType = "application/json", Body = JsonSerializer.Serialize(body) });
}
