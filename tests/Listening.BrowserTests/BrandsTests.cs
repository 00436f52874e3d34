using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>The registry's page, from an empty data directory.</summary>
public sealed class BrandsTests(Chromium chromium)
{
    private const int Complaints = 30;

    [Fact]
    public async Task A_newcomer_names_a_brand_then_a_handle_is_added_and_what_the_preview_says_is_what_happens()
    {
        await using var server = new EmptyServer();
        await server.InitializeAsync();
        await SendPostsAsync(server);
        await using var visitor = await Visitor.StrangerAsync(chromium, server);
        await visitor.SignInAsync(server);
        await visitor.GoAsync("/brands");
        var page = visitor.Page;
        await Expect(page.Locator("nav a[aria-current=page]")).ToHaveTextAsync("Brands");
        await Expect(page.Locator(".add-brand")).ToContainTextAsync("Start here.");
        await Expect(page.Locator("#known-sources option[value=forum]")).ToBeAttachedAsync();
        await visitor.PictureAsync("brands-empty-1440-light");

        // Name → suggestions, all by the keyboard.
        await page.Locator("#new-name").FocusAsync();
        await page.Keyboard.TypeAsync("Acme");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".brand-card")).ToHaveCountAsync(1);
        await Expect(page.Locator(".brand-card .name")).ToBeFocusedAsync();
        Assert.Equal(("forum", "Acme", "acme"), (await ValueAsync(page, 1), await ValueAsync(page, 2), await ValueAsync(page, 3)));
        await page.Locator("#note").FillAsync("who we are");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".registry-state")).ToContainTextAsync("Version 1, set by");
        await FollowedAsync(page);
        Assert.Equal((Complaints, 0), await WaitsAsync(page));

        // A fault is marked where it stands.
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a watch term" }).ClickAsync();
        await page.Keyboard.TypeAsync("acme AND");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview what changes" }).ClickAsync();
        await Expect(page.Locator(".field-fault:visible")).ToContainTextAsync("A word, a field or a bracket is missing here");
        await Expect(page.Locator("input[aria-invalid=true]")).ToBeFocusedAsync();
        await visitor.PictureAsync("brands-fault-1440-light");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove acme AND" }).ClickAsync();
        await Expect(page.Locator(".save-bar [role=alert]")).ToBeHiddenAsync();

        // The handle that answers, which the room has noticed: taken, given back, and taken.
        var strangers = page.Locator(".unregistered");
        await Expect(strangers.Locator("li")).ToHaveTextAsync(new Regex($"^@acme_help in forum answered {Complaints} people \\({Complaints} posts\\), last .*Add to Acme$"));
        await visitor.PictureAsync("brands-unregistered-1440-light");
        await Axe.AssertCleanAsync(visitor);
        await strangers.GetByRole(AriaRole.Button, new() { Name = "Add to Acme: @acme_help in forum" }).ClickAsync();
        await Expect(strangers).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await strangers.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByLabel("Source, Handles of Acme").Last).ToBeFocusedAsync();
        await Expect(page.Locator(".unsaved")).ToHaveTextAsync("1 change not saved");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview what changes" }).ClickAsync();
        var preview = page.Locator(".preview");
        await Expect(preview).ToContainTextAsync($"{Complaints} of {2 * Complaints} posts are told otherwise; {Complaints} waits change.");
        await Expect(preview).ToContainTextAsync($"n = {2 * Complaints} posts");
        var answered = preview.Locator("summary", new() { HasText = "for Acme: still waiting → answered" });
        await Expect(answered).ToHaveTextAsync($"{Complaints} waits for Acme: still waiting → answered");
        await Expect(preview.Locator("summary", new() { HasText = "by customers: now us" })).ToContainTextAsync($"{Complaints} posts");
        await answered.ClickAsync();
        await visitor.PictureAsync("brands-preview-1440-light");
        await visitor.AssertNoSidewaysScrollingAsync();
        await Axe.AssertCleanAsync(visitor);
        await preview.Locator("details[open] .post-row").First.ClickAsync();
        await Expect(page.Locator("dialog.drawer[open] .thread li")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal((Complaints, 0), await WaitsAsync(page));

        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".registry-state")).ToContainTextAsync("Version 2, set by");
        await FollowedAsync(page);
        Assert.Equal((Complaints, Complaints), await WaitsAsync(page));
        await Expect(strangers).ToBeHiddenAsync();
        await Expect(page.Locator(".version").First).ToContainTextAsync("Acme: handle forum:acme_help added");

        // Back to version 1, which is version 3 then.
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore version 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".version").First).ToContainTextAsync("As in version 1");
        await FollowedAsync(page);
        Assert.Equal((Complaints, 0), await WaitsAsync(page));
        await Expect(strangers).ToBeVisibleAsync();

        foreach (var (width, scheme) in new[] { (1440, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark), (320, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 844);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await visitor.PictureAsync($"brands-{width}-{scheme}".ToLowerInvariant());
            await visitor.AssertNoSidewaysScrollingAsync();
            await Axe.AssertCleanAsync(visitor);
        }

        visitor.AssertQuiet();
    }

    private static Task<string> ValueAsync(IPage page, int field) => page.Locator(".brand-card input").Nth(field).InputValueAsync();

    private static Task FollowedAsync(IPage page) => Expect(page.Locator(".facts")).ToHaveTextAsync("The figures follow it.", new() { Timeout = 30_000 });

    // How many waits there are and how many of them are answered, asked as every screen asks.
    private static async Task<(int, int)> WaitsAsync(IPage page)
    {
        var counted = await page.EvaluateAsync<int[]>("""
            async () => Promise.all(["frt", "frt_answered"].map(async (metric) =>
                (await (await fetch(`/api/v1/metrics/${metric}?from=2026-01-01&to=2026-02-01`)).json()).n))
            """);
        return (counted[0], counted[1]);
    }

    private static async Task SendPostsAsync(ProgramServer server)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await server.NewKeyAsync("bridge", "read"));
        var lines = Enumerable.Range(0, Complaints).SelectMany(i => new[]
        {
            $$"""{"source":"forum","id":"{{i}}","author":{"id":"ana{{i}}"},"text":"@Acme number {{i}} never came","postedAt":"2026-01-05T09:{{i:00}}:00Z"}""",
            $$"""{"source":"forum","id":"r{{i}}","author":{"id":"acme_help"},"text":"@ana{{i}} we look for number {{i}}","postedAt":"2026-01-05T11:{{i:00}}:00Z","inReplyTo":"{{i}}"}""",
        });
        await server.ImportAsync(lines);
        while (!(await client.GetStringAsync(new Uri("/api/v1/session", UriKind.Relative))).Contains("\"newestPost\":\"", StringComparison.Ordinal)) await Task.Delay(50);
    }
}
