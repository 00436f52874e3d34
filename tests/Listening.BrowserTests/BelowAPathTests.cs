using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>Listening below a path of a host that has other things too: nothing of it leaves that path.</summary>
public sealed class BelowAPathTests(Chromium chromium)
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task Pages_scripts_rooms_signing_in_and_the_event_stream_stay_below_the_path()
    {
        await using var server = new ProxiedServer();
        await server.InitializeAsync();
        await using var ana = await Visitor.StrangerAsync(chromium, server);
        var outside = new List<string>();
        ana.Page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && !request.Url.StartsWith(server.Reached.ToString(), StringComparison.Ordinal)) outside.Add(request.Url);
        };
        Assert.StartsWith(server.Reached.ToString(), server.Link.ToString(), StringComparison.Ordinal);
        await ana.Page.GotoAsync(server.Link.ToString());
        await ana.Page.GetByLabel("Your name").FillAsync("Ana");
        await ana.Page.GetByLabel("E-mail address").FillAsync("ana@example.com");
        await ana.Page.GetByLabel("Password").FillAsync(Password);
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Page).ToHaveURLAsync(new Regex("/desk/setup"));
        await Expect(ana.Page.GetByLabel("What is your brand called?")).ToBeVisibleAsync();
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Operations", Exact = true }).ClickAsync();
        await Expect(ana.Page).ToHaveURLAsync(new Regex("/desk/operations"));
        await ana.LoadedAsync();
        await Expect(ana.Page.Locator(".live")).ToHaveTextAsync("Live");
        foreach (var room in (string[])["Triage", "Dashboards", "Brands", "People", "Keys", "Audit", "Operations"])
        {
            await ana.Page.Locator(".rooms").GetByRole(AriaRole.Link, new() { Name = room }).ClickAsync();
            await Expect(ana.Page).ToHaveURLAsync(new Regex($"/desk/{room.ToLowerInvariant()}"));
            await Expect(ana.Page.Locator(".rooms a[aria-current=page]")).ToHaveTextAsync(room);
            await Expect(ana.Page.Locator("[role=alert]:visible")).ToHaveCountAsync(0);
        }

        // A tile moves by itself through the proxy.
        await ana.GoAsync("/operations?filter=zanzibarquokka");
        await Expect(ana.Page.Locator(".live")).ToHaveTextAsync("Live");
        await Expect(ana.Page.Locator("#volume .nothing")).ToHaveTextAsync("no data");
        using var client = new HttpClient { BaseAddress = server.Reached };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await server.NewKeyAsync("bridge", "ingest"));
        var line = $$"""{"source":"forum","id":"1","author":{"id":"bo"},"text":"my zanzibarquokka never came","postedAt":"{{TimeProvider.System.GetUtcNow():O}}"}""";
        using var content = new StringContent(line, Encoding.UTF8, new MediaTypeHeaderValue("application/x-ndjson"));
        using var sent = await client.PostAsync(new Uri("api/v1/posts", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.True(sent.IsSuccessStatusCode);
        await Expect(ana.Page.Locator("#volume .tile-foot")).ToContainTextAsync("n = 1", new() { Timeout = 20_000 });

        await ana.Page.Locator(".me").ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(ana.Page).ToHaveURLAsync(new Regex("/desk/sign-in$"));
        await ana.GoAsync("/people");
        await Expect(ana.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Please sign in");
        await ana.Page.GetByLabel("E-mail address").FillAsync("ana@example.com");
        await ana.Page.GetByLabel("Password").FillAsync(Password);
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Page).ToHaveURLAsync(new Regex("/desk/people$"));
        await ana.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ben");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        Assert.StartsWith(new Uri(server.Reached, "join?token=").ToString(), await ana.Page.Locator(".once pre").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(outside);
        ana.AssertQuiet();
    }
}
