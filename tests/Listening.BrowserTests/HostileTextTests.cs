using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>Every text that a source, a person or a file can give, on every page that shows it: it stays text.</summary>
public sealed class HostileTextTests(Chromium chromium) : IAsyncLifetime
{
    private const string Password = "correct horse battery";

    private readonly EmptyServer server = new();
    private HttpClient admin = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        admin = new HttpClient { BaseAddress = server.Address };
        admin.DefaultRequestHeaders.Authorization = new("Bearer", await server.NewKeyAsync("hostile", "admin"));
    }

    public async ValueTask DisposeAsync()
    {
        admin?.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task What_sources_write_and_what_the_registry_names_is_text_in_tiles_lists_conversations_and_addresses()
    {
        await SetRegistryAsync();
        await server.ImportAsync(HostileTexts.Posts(TimeProvider.System.GetUtcNow()));
        await using var visitor = await Visitor.StrangerAsync(chromium, server);
        await visitor.SignInAsync(server);
        var watch = await HostileWatch.OnAsync(visitor.Page);
        await visitor.GoAsync("/operations?period=24h");
        await visitor.LoadedAsync();
        await Expect(visitor.Page.Locator("#coverage tbody tr")).ToHaveCountAsync(HostileTexts.All.Count, new() { Timeout = 30_000 });
        await Expect(visitor.Page.Locator("#competitors tbody tr").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await visitor.Page.EvaluateAsync("document.querySelectorAll('section.tile button[aria-label^=\"Show table\"], section.tile button[title^=\"Show table\"]').forEach((button) => button.click())");
        await watch.AssertTextAsync(HostileTexts.All);
        await visitor.PictureAsync("hostile-operations");

        await visitor.GoAsync("/operations?period=24h&list=frt");
        await Expect(visitor.Drawer.Locator(".post-row")).ToHaveCountAsync(HostileTexts.All.Count);
        await watch.AssertTextAsync([.. HostileTexts.All.Select((text, index) => $"@acme {text} {HostileTexts.Closing[index % HostileTexts.Closing.Count]}"), .. HostileTexts.All.Select(text => $"customer {text}")]);
        await visitor.PictureAsync("hostile-list", whole: false);
        for (var i = 0; i < HostileTexts.All.Count; i++)
        {
            await visitor.Drawer.Locator(".post-row").Nth(HostileTexts.All.Count - 1 - i).ClickAsync();
            await Expect(visitor.Drawer.Locator(".thread li")).ToHaveCountAsync(2);
            await watch.AssertTextAsync(HostileTexts.All[i], $"we are faster: {HostileTexts.All[i]}");
            await Expect(visitor.Drawer.Locator(".thread a")).ToHaveCountAsync(0);
            await visitor.Page.Keyboard.PressAsync("Escape");
        }

        foreach (var text in HostileTexts.All.Concat(HostileTexts.Closing))
        {
            var value = Uri.EscapeDataString(text);
            await visitor.GoAsync($"/operations?period={value}");
            await Expect(visitor.Page.Locator("main")).ToContainTextAsync("is not a period");
            await watch.AssertTextAsync(text);
            await visitor.GoAsync($"/operations?filter={value}&brand={value}&compare={value}&list={value}&list.group={value}&list.by={value}&post={value}#{value}");
            await Expect(visitor.Page.Locator("dialog[open]")).ToHaveCountAsync(1);
            await watch.AssertTextAsync();
            await visitor.Page.Keyboard.PressAsync("Escape");
            await watch.AssertTextAsync(text);
            await visitor.GoAsync($"/dashboards/{value}");
            await watch.AssertTextAsync();
        }

        await visitor.GoAsync("/brands");
        await Expect(visitor.Page.Locator(".brand-card")).ToHaveCountAsync(HostileTexts.All.Count + 1);
        await Expect(visitor.Page.Locator(".version").First).ToBeVisibleAsync();
        await watch.AssertTextAsync(HostileTexts.All);
        await visitor.PictureAsync("hostile-brands");
        await visitor.Page.Locator(".brand-card .name").First.FillAsync(HostileTexts.All[1] + "!");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Preview what changes" }).ClickAsync();
        await Expect(visitor.Page.Locator(".preview")).ToContainTextAsync("posts", new() { Timeout = 30_000 });
        await watch.AssertTextAsync(HostileTexts.All[1] + "!");
    }

    [Fact]
    public async Task What_people_are_called_and_what_they_type_is_text_for_everybody_who_sees_it()
    {
        await using var visitor = await Visitor.StrangerAsync(chromium, server);
        await visitor.SignInAsync(server);
        var watch = await HostileWatch.OnAsync(visitor.Page);
        var names = HostileTexts.All.Where(text => text.Length <= 100 && !text.Contains('\u202E', StringComparison.Ordinal) && !text.Contains('\u2028', StringComparison.Ordinal)).ToList();
        var email = "\"<svg/onload=alert(15)>\"@example.com";
        foreach (var name in names) await InviteAsync(name, null);
        await using var joining = await Visitor.StrangerAsync(chromium, server);
        var joiningWatch = await HostileWatch.OnAsync(joining.Page);
        await joining.Page.GotoAsync(await InviteAsync(names[1], email));
        await joiningWatch.AssertTextAsync(names[1], email);
        await joining.Page.GetByLabel("Your name").FillAsync(names[2]);
        // Too short to join: what was typed is given back.
        await joining.Page.EvaluateAsync("document.querySelector('form').noValidate = true");
        await joining.Page.GetByLabel("E-mail address").FillAsync(HostileTexts.Closing[0]);
        await joining.Page.GetByLabel("Password").FillAsync(Password);
        await joining.Page.Keyboard.PressAsync("Enter");
        await Expect(joining.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await joiningWatch.AssertTextAsync(names[2], HostileTexts.Closing[0]);
        await joining.Page.EvaluateAsync("document.querySelector('form').noValidate = true");
        await joining.Page.GetByLabel("E-mail address").FillAsync(email);
        await joining.Page.GetByLabel("Password").FillAsync(Password);
        await joining.Page.Keyboard.PressAsync("Enter");
        await Expect(joining.Page.Locator(".me")).ToContainTextAsync(names[2]);
        await joiningWatch.AssertTextAsync(names[2]);
        await joining.GoAsync("/people");
        await Expect(joining.Page.Locator("main")).ToContainTextAsync("This needs the role admin.");
        await joiningWatch.AssertTextAsync(names[2]);
        await joining.GoAsync("/account");
        await Expect(joining.Page.Locator("#you strong")).ToHaveTextAsync(names[2]);
        await joiningWatch.AssertTextAsync(email);

        await visitor.GoAsync("/people");
        await Expect(visitor.Page.Locator("[data-invitation]")).ToHaveCountAsync(names.Count + 1);
        await watch.AssertTextAsync([.. names, email]);
        await visitor.PictureAsync("hostile-people");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = $"Disable {names[2]}" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(names[2]);
        await watch.AssertTextAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");

        // Reading directions are refused where they would turn a list of people or a question about one.
        using var turned = await admin.PostAsJsonAsync("/api/v1/admin/invitations", new { name = "Ana\u202Eeel", role = "agent" }, Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, turned.StatusCode);

        await visitor.GoAsync("/keys");
        foreach (var text in HostileTexts.All)
        {
            await visitor.Page.GetByLabel("What it is for").FillAsync(text);
            await visitor.Page.GetByLabel("Sends posts of this source only").FillAsync(text[..Math.Min(text.Length, 60)]);
            await visitor.Page.GetByLabel("What it is for").PressAsync("Enter");
            await Expect(visitor.Page.Locator(".small-form .wrong")).ToBeVisibleAsync();
            await watch.AssertTextAsync();
            await visitor.Page.GetByLabel("What it is for").FillAsync("a good name");
            await visitor.Page.GetByLabel("What it is for").PressAsync("Enter");
            await Expect(visitor.Page.Locator(".small-form .wrong")).ToContainTextAsync("There is no scope");
            await watch.AssertTextAsync();
        }

        foreach (var text in HostileTexts.All.Concat(HostileTexts.Closing).Take(4)) await FailToSignInAsync(text);
        await visitor.GoAsync("/audit");
        await Expect(visitor.Page.Locator("tbody tr").First).ToBeVisibleAsync();
        await watch.AssertTextAsync(email);
        foreach (var text in HostileTexts.All.Concat(HostileTexts.Closing))
        {
            await visitor.GoAsync($"/audit?q={Uri.EscapeDataString(text[..Math.Min(text.Length, 90)])}");
            await Expect(visitor.Page.Locator("tbody tr, .nothing-here:visible").First).ToBeVisibleAsync();
            await watch.AssertTextAsync(text[..Math.Min(text.Length, 90)].Trim());
        }
    }

    [Fact]
    public async Task What_a_layout_file_says_and_why_it_is_refused_is_text()
    {
        await server.WriteDashboardAsync("hostile.json", HostileTexts.Layout);
        await server.WriteDashboardAsync("broken.json", HostileTexts.Layout.Replace("\"backlog\"", JsonSerializer.Serialize(HostileTexts.All[1]), StringComparison.Ordinal));
        await server.WriteDashboardAsync("unreadable.json", HostileTexts.Everything);
        await using var visitor = await Visitor.StrangerAsync(chromium, server);
        await visitor.SignInAsync(server);
        var watch = await HostileWatch.OnAsync(visitor.Page);
        await visitor.GoAsync("/dashboards");
        await Expect(visitor.Page.Locator("[data-id=hostile] a")).ToHaveTextAsync(HostileTexts.All[1], new() { Timeout = 20_000 });
        await Expect(visitor.Page.Locator("[data-id=broken] .fault")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(visitor.Page.Locator("[data-id=unreadable] .fault")).ToBeVisibleAsync();
        await watch.AssertTextAsync(HostileTexts.All[1], HostileTexts.Closing[0]);
        await visitor.PictureAsync("hostile-gallery");
        await visitor.GoAsync("/dashboards/hostile");
        await visitor.LoadedAsync();
        await watch.AssertTextAsync(HostileTexts.All[1], HostileTexts.All[2], HostileTexts.Closing[1], HostileTexts.Closing[2]);
        await visitor.GoAsync("/dashboards/broken");
        await watch.AssertTextAsync();
    }

    [Fact]
    public async Task What_an_address_or_a_form_brings_to_the_door_is_text()
    {
        await using var stranger = await Visitor.StrangerAsync(chromium, server);
        var watch = await HostileWatch.OnAsync(stranger.Page);
        foreach (var text in HostileTexts.All.Concat(HostileTexts.Closing))
        {
            var value = Uri.EscapeDataString(text);
            foreach (var path in (string[])[$"/sign-in?return={value}", $"/sign-in?return=/{value}", $"/sign-in?token={value}", $"/operations?filter={value}", $"/dashboards/{value}", $"/{value}",
                $"/sign-in/openid?return={value}", $"/api/v1/metrics/{value}", $"/api/v1/posts?q={value}"])
            {
                await stranger.GoAsync(path);
                await watch.AssertTextAsync();
            }
        }

        foreach (var text in HostileTexts.All.Concat(HostileTexts.Closing).Take(3))
        {
            await stranger.GoAsync($"/join?token={Uri.EscapeDataString(text)}");
            await watch.AssertTextAsync();
            await stranger.GoAsync("/sign-in");
            await stranger.Page.EvaluateAsync("document.querySelector('form').noValidate = true");
            await stranger.Page.GetByLabel("E-mail address").FillAsync(text);
            await stranger.Page.GetByLabel("Password").FillAsync(text);
            await stranger.Page.Keyboard.PressAsync("Enter");
            await Expect(stranger.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await watch.AssertTextAsync(text);
        }
    }

    [Fact]
    public async Task The_watch_sees_what_was_let_in_as_markup()
    {
        foreach (var text in (string[])[HostileTexts.All[1], HostileTexts.Closing[2]])
        {
            await using var stranger = await Visitor.StrangerAsync(chromium, server);
            var watch = await HostileWatch.OnAsync(stranger.Page);
            await stranger.GoAsync("/sign-in");
            await watch.AssertTextAsync();
            await stranger.Page.EvaluateAsync("(markup) => document.querySelector('main').insertAdjacentHTML('beforeend', markup)", text);
            await Assert.ThrowsAnyAsync<Exception>(() => watch.AssertTextAsync());
        }
    }

    private async Task SetRegistryAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/admin/brands") { Content = new StringContent(HostileTexts.Registry, Encoding.UTF8, "application/json") };
        request.Headers.IfMatch.Add(new("\"0\""));
        using var answer = await admin.SendAsync(request, Cancelled);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private async Task<string> InviteAsync(string name, string? email)
    {
        using var answer = await admin.PostAsJsonAsync("/api/v1/admin/invitations", new { name, email, role = "agent" }, Cancelled);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancelled));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("url").GetString()!;
    }

    // A try leaves its e-mail address in the audit log.
    private async Task FailToSignInAsync(string email)
    {
        await using var stranger = await Visitor.StrangerAsync(chromium, server);
        await stranger.GoAsync("/sign-in");
        await stranger.Page.EvaluateAsync("document.querySelector('form').noValidate = true");
        await stranger.Page.GetByLabel("E-mail address").FillAsync(email);
        await stranger.Page.GetByLabel("Password").FillAsync("wrong wrong wrong");
        await stranger.Page.Keyboard.PressAsync("Enter");
        await Expect(stranger.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }
}
