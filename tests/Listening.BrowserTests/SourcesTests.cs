using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>The page of sources: how each does in words and shapes, and what one may do with it.</summary>
public sealed class SourcesTests(Chromium chromium, DemoServer server)
{
    private const string Secret = "hunter2-never-shown";

    [Fact]
    public async Task Each_state_has_its_word_shape_reason_and_gaps_and_what_needs_a_person_comes_first()
    {
        var sources = new ScriptedSources();
        foreach (var status in (string[])["new", "healthy", "waiting", "behind", "paused"]) sources.Add($"{status} one", status);
        sources.Add("broken one", "failing", "talk.example answered 503.", new JsonArray(new JsonObject { ["stream"] = "main", ["from"] = null, ["to"] = "2026-01-02T03:04:05.000Z", ["reason"] = "it keeps a day only", ["found"] = "2026-01-02T03:04:05.000Z" }));
        sources.Add("ended one", "stopped", "The token is not accepted.");
        await using var visitor = await OpenAsync(sources);
        var page = visitor.Page;

        await Expect(page.Locator(".source-summary")).ToHaveTextAsync("1 of 7 sources are healthy; 1 stopped, 1 failing, 1 waiting, 1 behind, 1 new, 1 paused.");
        await Expect(page.Locator(".source-card .status")).ToHaveTextAsync(["■Stopped", "▼Failing", "◔Waiting", "◆Behind", "○New", "●Healthy", "‖Paused"]);
        var failing = page.Locator(".source-card").Nth(1);
        await Expect(failing.Locator(".reason")).ToHaveTextAsync("talk.example answered 503. 3 tries in a row failed.");
        await failing.Locator("summary").ClickAsync();
        await Expect(failing.Locator(".gaps li")).ToContainTextAsync("it keeps a day only");
        await Expect(failing.Locator("dl")).ToContainTextAsync("290 of 300 left");
        await Expect(page.Locator(".kind-group h3")).ToHaveTextAsync(["No account needed Works at once.", "Free account Wants a login or key that costs nothing.", "Paid account Wants a contract with who runs it."]);
        await Expect(page.Locator(".kind", new() { HasText = "Add Talk" })).ToContainTextAsync("cannot see edits, reach");
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in (int[])[1440, 390, 320])
            {
                await page.SetViewportSizeAsync(width, 900);
                await visitor.AssertNoSidewaysScrollingAsync();
                await visitor.PictureAsync($"sources-{width}-{scheme.ToString().ToLowerInvariant()}");
                await Axe.AssertCleanAsync(visitor);
            }
        }
    }

    [Fact]
    public async Task A_source_is_tried_added_paused_changed_and_removed_by_the_keyboard_alone_and_its_secret_is_never_shown_again()
    {
        var sources = new ScriptedSources { Trial = new() { ["posts"] = new JsonArray(Post("Acme lost my bag")), ["failure"] = null } };
        await using var visitor = await OpenAsync(sources);
        var page = visitor.Page;
        await Expect(page.Locator(".nothing-here")).ToContainTextAsync("Nothing is listened to yet");

        await Button(page, "Add Talk").PressAsync("Enter");
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Our talk");
        await Button(page, "Test").PressAsync("Enter");
        await Expect(page.GetByText("Still missing: Host, Token.")).ToBeVisibleAsync();
        await page.GetByLabel("Host").FillAsync("wrong");
        await page.GetByLabel("Token").FillAsync(Secret);
        await Button(page, "Test").PressAsync("Enter");
        await Expect(page.Locator(".trial")).ToContainTextAsync("It works. One post came and nothing was stored.");
        await Expect(page.Locator(".trial-text")).ToHaveTextAsync("Acme lost my bag");
        await Axe.AssertCleanAsync(visitor);
        await visitor.PictureAsync("sources-tried");
        await Button(page, "Add source").PressAsync("Enter");
        await Expect(page.GetByText("is no host")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Host")).ToBeFocusedAsync();
        await page.GetByLabel("Host").FillAsync("talk.example");
        await page.GetByLabel("Host").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Our talk" })).ToBeFocusedAsync();
        Assert.Contains(sources.Asked, asked => asked.StartsWith("POST  {", StringComparison.Ordinal) && asked.Contains(Secret, StringComparison.Ordinal));

        await Button(page, "Pause Our talk").PressAsync("Enter");
        await Expect(page.Locator(".status")).ToHaveTextAsync("‖Paused");
        await Expect(Button(page, "Resume Our talk")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".status")).ToHaveTextAsync("●Healthy");
        await Button(page, "Run now Our talk").PressAsync("Enter");
        await Expect(page.Locator("[aria-live=polite].unseen")).ToHaveTextAsync("Our talk is asked now.");

        await Button(page, "Edit Our talk").PressAsync("Enter");
        await Expect(page.GetByLabel("Token")).ToHaveValueAsync("");
        await Expect(page.GetByLabel("Token")).ToHaveAttributeAsync("placeholder", "Kept. Type to replace it");
        await Expect(page.GetByLabel("Host")).ToHaveValueAsync("talk.example");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Their talk");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Their talk" })).ToBeVisibleAsync();
        await Expect(Button(page, "Edit Their talk")).ToBeFocusedAsync();
        // A secret that was left alone is not sent, so it stays.
        Assert.DoesNotContain("token", sources.Asked[^1], StringComparison.Ordinal);
        Assert.StartsWith("PATCH ", sources.Asked[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await page.EvaluateAsync<string>("[...document.querySelectorAll('input, textarea')].map((each) => each.value).join(' ') + JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href"), StringComparison.Ordinal);

        await Button(page, "Remove Their talk").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Its posts stay.");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).PressAsync("Enter");
        await Expect(page.Locator(".source-card")).ToHaveCountAsync(1);
        await Button(page, "Remove Their talk").PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove" }).PressAsync("Enter");
        await Expect(page.Locator(".source-card")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What is listened to" })).ToBeFocusedAsync();
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task Names_reasons_gaps_and_the_first_posts_of_a_source_are_text_and_nothing_else()
    {
        var sources = new ScriptedSources { Trial = new() { ["posts"] = new JsonArray([.. HostileTexts.All.Select(Post)]), ["failure"] = null } };
        foreach (var text in HostileTexts.All)
            sources.Add(text, "failing", $"it says {text}", new JsonArray(new JsonObject { ["stream"] = text, ["from"] = null, ["to"] = "2026-01-02T03:04:05.000Z", ["reason"] = text, ["found"] = "2026-01-02T03:04:05.000Z" }), new JsonObject { ["host"] = text });
        await using var visitor = await Visitor.StrangerAsync(chromium, server);
        await visitor.SignInAsync(server);
        var watch = await HostileWatch.OnAsync(visitor.Page);
        await sources.AnswerAsync(visitor.Page);
        await visitor.GoAsync("/sources");
        await Expect(visitor.Page.Locator(".source-card")).ToHaveCountAsync(HostileTexts.All.Count);
        await visitor.Page.Locator(".source-card").First.GetByText("Edit").ClickAsync();
        await Button(visitor.Page, "Test").ClickAsync();
        await Expect(visitor.Page.GetByText("Still missing: Token.")).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("Token").FillAsync("x");
        await Button(visitor.Page, "Test").ClickAsync();
        await Expect(visitor.Page.Locator(".trial-post")).ToHaveCountAsync(HostileTexts.All.Count);
        await watch.AssertTextAsync([.. HostileTexts.All, .. HostileTexts.All.Select(text => $"it says {text}")]);
        await Expect(visitor.Page.Locator(".trial-post a")).ToHaveCountAsync(0);
        await visitor.Page.Locator(".source-card").First.GetByText("Remove").ClickAsync();
        await watch.AssertTextAsync();
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task What_cannot_be_had_now_is_said_and_what_stands_there_stays()
    {
        var sources = new ScriptedSources();
        sources.Add("Our talk", "healthy");
        await using var visitor = await OpenAsync(sources);
        sources.Broken = 503;
        await Expect(visitor.Page.GetByText("It is broken. What stands here is as it was.")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator(".source-card")).ToHaveCountAsync(1);
        sources.Broken = 0;
        await Expect(visitor.Page.GetByText("It is broken.")).ToBeHiddenAsync();

        sources.Broken = 500;
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("It is broken.");
        sources.Broken = 0;
        await Button(visitor.Page, "Try again").ClickAsync();
        await Expect(visitor.Page.Locator(".source-card")).ToHaveCountAsync(1);
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static JsonObject Post(string text) => new()
    {
        ["source"] = text, ["id"] = text, ["author"] = new JsonObject { ["id"] = text, ["handle"] = text, ["name"] = text }, ["text"] = text, ["postedAt"] = "2026-01-02T03:04:05Z", ["url"] = "javascript:alert(1)",
    };

    private async Task<Visitor> OpenAsync(ScriptedSources sources)
    {
        var visitor = await Visitor.StrangerAsync(chromium, server);
        await visitor.SignInAsync(server);
        await sources.AnswerAsync(visitor.Page);
        await visitor.GoAsync("/sources");
        await Expect(visitor.Page.Locator(".kind").First).ToBeVisibleAsync();
        return visitor;
    }
}
