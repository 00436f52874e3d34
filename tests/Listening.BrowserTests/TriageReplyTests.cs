using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>Writing an answer, with a made-up channel in place of a network: what is seen, what blocks it, and what takes it back.</summary>
[Collection(TriageRoom.Name)]
public sealed class TriageReplyTests(Chromium chromium, TriageServer server)
{
    private readonly List<string> sent = [];
    private string thread = "1";
    private int undone;

    [Fact]
    public async Task A_new_post_in_the_thread_blocks_the_answer_until_it_was_seen_and_five_seconds_take_it_back()
    {
        await server.ComplainAsync("golf", 2, minutesAgo: 20);
        await using var jo = await server.JoinedAsync(chromium, "Jo");
        var page = jo.Page;
        await page.ComposeByAsync(() => new { channel = true, limit = 120, counts = "graphemes", thread, inside = Array.Empty<string>() });
        await page.RouteAsync("**/api/v1/cases/*/reply", ReplyAsync);
        await page.RouteAsync("**/api/v1/cases/*/replies/*", UndoAsync);
        await page.RouteAsync("**/api/v1/canned-replies", route => AnswerAsync(route, 200, new { items = new[] { new { id = "1", name = "Looking", text = "Hi {name}, we look for it." } } }));
        await jo.GoAsync("/triage?q=golf");
        await Expect(page.Locator(".case-row[data-current] .open")).ToBeFocusedAsync();
        var (first, name) = (await page.Locator(".case-row[data-current]").GetAttributeAsync("data-case"), await page.Locator("#case-title").InnerTextAsync());

        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("/");
        await Expect(page.Locator(".canned [role=option]")).ToContainTextAsync($"Hi {name}, we look for it.");
        await page.Keyboard.PressAsync("Enter");
        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "Public reply" });
        await Expect(text).ToHaveValueAsync($"Hi {name}, we look for it.");

        await server.SendAsync(TriageServer.Post("golf-more", name, "@acme forget it, I found it", TimeProvider.System.GetUtcNow(), $"golf-{name["golf".Length..]}"));
        thread = "2";
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".thread-changed")).ToContainTextAsync("The thread changed: 1 new reply");
        await Expect(page.Locator(".thread-changed")).ToContainTextAsync("forget it, I found it");
        await page.Keyboard.PressAsync("Control+Enter");
        Assert.Empty(sent);
        await Expect(page.Locator(".case-thread .thread")).ToContainTextAsync("forget it, I found it", new() { Timeout = 20_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "I have seen it" }).PressAsync("Enter");
        await Expect(text).ToBeFocusedAsync();
        await Expect(page.Locator(".thread-changed")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync($"The answer to {name} is sent in");
        await Expect(page.Locator($".case-row[data-current]:not([data-case='{first}']) .open")).ToBeFocusedAsync();
        Assert.Equal($"Hi {name}, we look for it.", Assert.Single(sent));
        await page.Keyboard.PressAsync("z");
        await Expect(text).ToHaveValueAsync($"Hi {name}, we look for it.");
        await Expect(text).ToBeFocusedAsync();
        Assert.Equal(1, undone);

        // Longer than the network takes: it is said, and nothing goes out.
        await text.FillAsync(new string('x', 121));
        await Expect(page.Locator(".composer .left")).ToHaveTextAsync("121 of 120");
        await page.Keyboard.PressAsync("Control+Enter");
        Assert.Single(sent);
    }

    [Fact]
    public async Task What_an_answer_counts_as_is_shown_while_it_is_written_and_one_key_says_otherwise()
    {
        await server.ComplainAsync("hotel", 2, minutesAgo: 20);
        await using var kim = await server.JoinedAsync(chromium, "Kim");
        var page = kim.Page;
        var said = new List<string?>();
        await page.ComposeByAsync(() => new { channel = true, limit = 500, counts = "graphemes", thread, inside = Array.Empty<string>() });
        await page.RouteAsync("**/api/v1/cases/*/reply", async route =>
        {
            using var body = JsonDocument.Parse(route.Request.PostData!);
            said.Add(body.RootElement.GetProperty("kind").GetString());
            await AnswerAsync(route, 202, new { id = "7", sendsAt = TimeProvider.System.GetUtcNow().AddSeconds(5) });
        });
        await kim.GoAsync("/triage?q=hotel");
        await Expect(page.Locator(".case-row[data-current] .open")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("r");
        var kind = page.GetByLabel("What the answer counts as");
        await Expect(kind).ToBeHiddenAsync();
        await page.Keyboard.TypeAsync("Please send us a direct message with your booking number.");
        await Expect(kind.Locator("option:checked")).ToHaveTextAsync("moved to private");
        await Expect(kind).ToHaveValueAsync("");
        await Expect(page.Locator("#composer-says")).ToHaveTextAsync("Everybody will read this. It ends the wait; the time to a helpful answer runs on.");
        await LookAsync(kim, "counts-as");

        await page.Keyboard.PressAsync("Alt+k");
        await Expect(kind).ToHaveValueAsync("in_public");
        await Expect(page.Locator("#composer-says")).ToHaveTextAsync("Everybody will read this.");
        await LookAsync(kim, "counts-as-said");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync("is sent in");

        // The next one is a new one, and the choice is there for who has a mouse too.
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("Hello hotel");
        await Expect(kind).ToHaveValueAsync("");
        await kind.SelectOptionAsync("acknowledgement");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Public reply" }).PressAsync("Control+Enter");
        await Expect(page.Locator(".toast").Last).ToContainTextAsync("is sent in");
        Assert.Equal(["in_public", "acknowledgement"], said);
        kim.AssertQuiet();
    }

    private static async Task LookAsync(Visitor visitor, string name)
    {
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(390, ColorScheme.Light), (1440, ColorScheme.Dark), (1440, ColorScheme.Light)])
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await visitor.AssertNoSidewaysScrollingAsync();
            await visitor.PictureAsync($"triage-{name}-{width}-{scheme.ToString().ToLowerInvariant()}", whole: false);
            await Axe.AssertCleanAsync(visitor);
        }

        await visitor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Public reply" }).FocusAsync();
    }

    private async Task ReplyAsync(IRoute route)
    {
        using var body = JsonDocument.Parse(route.Request.PostData!);
        if (body.RootElement.GetProperty("thread").GetString() != thread)
        {
            await AnswerAsync(route, 409, new
            {
                type = "urn:listening:problem:thread_changed", detail = "1 posts came in or changed since you read it.",
                posts = new[] { new { text = "@acme forget it, I found it", author = new { handle = "golf", name = "golf" } } },
            });
            return;
        }

        sent.Add(body.RootElement.GetProperty("text").GetString()!);
        await AnswerAsync(route, 202, new { id = "7", sendsAt = TimeProvider.System.GetUtcNow().AddSeconds(5) });
    }

    private Task UndoAsync(IRoute route)
    {
        undone++;
        return route.FulfillAsync(new() { Status = 204 });
    }

    private static Task AnswerAsync(IRoute route, int status, object body) => route.FulfillAsync(new()
    {
        Status = status, ContentType = status >= 400 ? "application/problem+json" : "application/json", Body = JsonSerializer.Serialize(body),
    });
}
