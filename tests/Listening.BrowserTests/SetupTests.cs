using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>From a name to the first post, on a program without data whose sources are scripted; the registry, the reading of posts and the posts are real.</summary>
public sealed class SetupTests(Chromium chromium) : IAsyncLifetime
{
    private readonly EmptyServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_first_admin_types_a_name_looks_at_what_would_come_in_strikes_what_means_something_else_and_starts()
    {
        var sources = new ScriptedSources { Trial = Trial("Delta lost my bag again", "Watching Delta Force tonight", "A nice day at the lake") };
        await using var visitor = await Visitor.StrangerAsync(chromium, server);
        var page = visitor.Page;
        var clicks = await Clicks.OnAsync(page);
        await sources.AnswerAsync(page);
        await visitor.SignInAsync(server);
        await visitor.GoAsync("/");
        await Expect(page).ToHaveURLAsync(new Regex("/setup$"));
        await Expect(page.GetByLabel("What is your brand called?")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Delta");
        await Expect(page.GetByLabel("Your handles")).ToHaveValueAsync("*:Delta");
        await Expect(page.GetByLabel("Words that name you")).ToHaveValueAsync("delta");
        await page.GetByLabel("Competitors (may be left out)").FillAsync("Rival Air");
        await LookAsync(visitor, "setup-1-brand");
        await Button(page, "Continue").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Where to listen" })).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Plain")).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Talk")).Not.ToBeCheckedAsync();
        await LookAsync(visitor, "setup-2-sources");
        await Button(page, "Preview").ClickAsync();

        var taste = page.GetByRole(AriaRole.Region, new() { Name = "Plain" });
        await Expect(taste.Locator(".says")).ToHaveTextAsync("● 2 of 3 posts are about Delta.");
        await LookAsync(visitor, "setup-3-preview");
        await taste.Locator("li", new() { HasText = "Force" }).GetByText("Not us").ClickAsync();
        await LookAsync(visitor, "setup-3-not-us");
        await Button(page, "“delta force”").ClickAsync();
        await Expect(taste.Locator(".says")).ToHaveTextAsync("● 1 of 3 posts are about Delta; 1 ruled out by your words.");
        await Button(page, "Start listening").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Listening", Exact = true })).ToBeFocusedAsync();
        await server.ImportAsync([JsonSerializer.Serialize(new { source = "plain", id = "1", author = new { id = "ana", handle = "ana" }, text = "Delta lost my bag again", postedAt = TimeProvider.System.GetUtcNow() })]);
        await Expect(page.Locator(".first-posts .trial-text")).ToHaveTextAsync("Delta lost my bag again", new() { Timeout = 30_000 });
        await LookAsync(visitor, "setup-4-listening");
        Assert.Equal(5, await clicks.SoFarAsync());
        Assert.Equal(["POST test", "POST", "POST 00000000-0000-0000-0000-000000000001/run"], sources.Asked.Select(asked => asked.Split(" {")[0].Trim()));

        using var registry = JsonDocument.Parse(await page.EvaluateAsync<string>("fetch('/api/v1/admin/brands').then((answer) => answer.text())"));
        Assert.Equal(
            [("Delta", "own", "delta force"), ("Rival Air", "competitor", "")],
            registry.RootElement.GetProperty("brands").EnumerateArray().Select(brand => (
                brand.GetProperty("name").GetString(), brand.GetProperty("kind").GetString(), string.Join(' ', brand.GetProperty("exclude").EnumerateArray().Select(term => term.GetString())))));

        // Who comes back is not asked again.
        await visitor.GoAsync("/");
        await Expect(page).ToHaveURLAsync(new Regex("/operations"));
    }

    [Fact]
    public async Task A_preview_without_the_brand_says_of_how_many_posts_and_what_to_try_and_a_source_that_fails_says_why()
    {
        var sources = new ScriptedSources { Trial = Trial("nothing here", "nor here") };
        await using var visitor = await Visitor.StrangerAsync(chromium, server);
        var page = visitor.Page;
        await sources.AnswerAsync(page);
        await visitor.SignInAsync(server);
        await visitor.GoAsync("/setup");
        await Button(page, "Continue").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Type your brand's name.");
        await page.GetByLabel("What is your brand called?").FillAsync("Acme");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Talk").CheckAsync();
        await Button(page, "Preview").ClickAsync();
        await Expect(page.GetByText("Talk wants host; Talk wants token.")).ToBeVisibleAsync();
        await page.GetByLabel("Talk").UncheckAsync();
        await Button(page, "Preview").ClickAsync();
        await Expect(page.Locator(".says")).ToHaveTextAsync("○ 0 of 2 posts in 2 min contained “acme”; try a shorter word, or another source.");
        await Button(page, "Change the words").ClickAsync();
        await Expect(page.GetByLabel("Words that name you")).ToBeFocusedAsync();
        await page.GetByLabel("Words that name you").FillAsync("(acme");
        await Button(page, "Continue").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("bracket");
        await page.GetByLabel("Words that name you").FillAsync("acme");
        await Button(page, "Continue").ClickAsync();
        sources.Trial = new JsonObject { ["posts"] = new JsonArray(), ["failure"] = new JsonObject { ["kind"] = "unreachable", ["reason"] = "plain.example cannot be reached." } };
        await Button(page, "Preview").ClickAsync();
        await Expect(page.Locator(".says")).ToHaveTextAsync("▼ It did not answer: plain.example cannot be reached.");
        await LookAsync(visitor, "setup-3-failing");
        visitor.AssertQuiet();
    }

    [Fact]
    public async Task What_a_source_shows_in_the_preview_is_text_and_nothing_else()
    {
        var sources = new ScriptedSources { Trial = Trial([.. HostileTexts.All.Select(text => $"acme {text}")]) };
        await using var visitor = await Visitor.StrangerAsync(chromium, server);
        var page = visitor.Page;
        var watch = await HostileWatch.OnAsync(page);
        await sources.AnswerAsync(page);
        await visitor.SignInAsync(server);
        await visitor.GoAsync("/setup");
        await page.GetByLabel("What is your brand called?").FillAsync("Acme");
        await page.GetByLabel("Competitors (may be left out)").FillAsync(HostileTexts.All[1]);
        await Button(page, "Continue").ClickAsync();
        await Button(page, "Preview").ClickAsync();
        await Expect(page.Locator(".trial-post")).ToHaveCountAsync(HostileTexts.All.Count);
        foreach (var button in await page.GetByText("Not us").AllAsync()) await page.GetByText("Not us").First.ClickAsync();
        await watch.AssertTextAsync(HostileTexts.All.Select(text => $"acme {text}"));
        await Expect(page.Locator(".trial-post a")).ToHaveCountAsync(0);
        visitor.AssertQuiet();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static JsonObject Trial(params string[] texts) => new()
    {
        ["failure"] = null,
        ["posts"] = new JsonArray([.. texts.Select((text, index) => (JsonNode)new JsonObject
        {
            ["source"] = "plain", ["id"] = $"{index}", ["author"] = new JsonObject { ["id"] = "ana", ["handle"] = "ana" }, ["text"] = text, ["postedAt"] = $"2026-01-02T03:{index * 2:D2}:00Z", ["url"] = "javascript:alert(1)",
        })]),
    };

    private static async Task LookAsync(Visitor visitor, string name)
    {
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(1440, ColorScheme.Dark), (390, ColorScheme.Dark), (390, ColorScheme.Light), (1440, ColorScheme.Light)])
        {
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.AssertNoSidewaysScrollingAsync();
            await visitor.PictureAsync($"{name}-{width}-{scheme.ToString().ToLowerInvariant()}");
            await Axe.AssertCleanAsync(visitor);
        }
    }
}
