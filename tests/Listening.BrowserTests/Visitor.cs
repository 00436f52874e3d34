using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Listening.BrowserTests;

/// <summary>Somebody with a browser profile of their own and one tab, and what went wrong in it that a person would not see.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly List<string> faults = [];
    private readonly IBrowserContext profile;
    private readonly Uri server;

    private Visitor(IBrowserContext profile, IPage page, Uri server)
    {
        (this.profile, Page, this.server) = (profile, page, server);
        // A refusal's status is the page's own business; everything else that a console says in red is a fault. What a neighbour's page does is the neighbour's.
        page.Console += (_, message) => NoteIf(message.Type == "error" && IsOurs(page.Url) && !IsExpected(message.Text), $"{message.Text} ({message.Location})");
        page.PageError += (_, error) => NoteIf(IsOurs(page.Url), error);
        page.Request += (_, request) => NoteIf(
            new Uri(request.Url) is { Scheme: not "data" } asked && asked.Authority != server.Authority && IsOurs(page.Url) && !Neighbours.Contains(asked.Authority), $"asked another host: {request.Url}");
    }

    /// <summary>Other hosts that this visitor goes to knowingly, such as a provider of single sign-on.</summary>
    public HashSet<string> Neighbours { get; } = [];

    /// <summary>What the console may say in red because the test lets it happen.</summary>
    public HashSet<string> Expected { get; } = [];

    /// <summary>The tab.</summary>
    public IPage Page { get; }

    /// <summary>axe has been here; it tries inline styles, which the policy stops as it should.</summary>
    public bool IsAudited { get; set; }

    /// <summary>All tiles.</summary>
    public ILocator Tiles => Page.Locator("section.tile");

    /// <summary>The open drawer.</summary>
    public ILocator Drawer => Page.Locator("dialog.drawer[open]");

    /// <summary>Somebody who is not signed in.</summary>
    public static async Task<Visitor> StrangerAsync(Chromium chromium, ProgramServer server, int width = 1440, int height = 1000, ColorScheme scheme = ColorScheme.Light)
    {
        var profile = await chromium.ProfileAsync(width, height, scheme);
        profile.SetDefaultTimeout(20_000);
        return new Visitor(profile, await profile.NewPageAsync(), server.Reached);
    }

    /// <summary>Somebody who is signed in and sees the dashboard at an address, with nothing loading any more.</summary>
    public static async Task<Visitor> AtAsync(
        Chromium chromium, DemoServer server, string address = "/operations", int width = 1440, int height = 1000, ColorScheme scheme = ColorScheme.Light)
    {
        var visitor = await StrangerAsync(chromium, server, width, height, scheme);
        await visitor.SignInAsync(server);
        await visitor.GoAsync(address);
        await visitor.LoadedAsync();
        return visitor;
    }

    /// <summary>Signs in without the page for it.</summary>
    public async Task SignInAsync(ProgramServer demo) => await profile.AddCookiesAsync([await demo.CookieAsync()]);

    /// <summary>Opens an address of the server.</summary>
    public Task GoAsync(string address) => Page.GotoAsync(server.ToString().TrimEnd('/') + address);

    /// <summary>Waits until every tile has its answer.</summary>
    public async Task LoadedAsync()
    {
        await Assertions.Expect(Tiles.First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(Page.Locator("section.tile[aria-busy=true], section.tile.stale")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
    }

    /// <summary>No error in the console, nothing that the content security policy stopped, no request to another host.</summary>
    public void AssertQuiet() => Assert.True(faults.Count == 0, string.Join('\n', faults));

    /// <summary>The page is not wider than its window, once its charts have followed a new width.</summary>
    public async Task AssertNoSidewaysScrollingAsync()
    {
        const string SticksOut = """
            () => [...document.querySelectorAll("body *")]
              .map((element) => [element, Math.round(element.getBoundingClientRect().right)])
              .filter(([, right]) => right > document.documentElement.clientWidth)
              .slice(-20)
              .map(([element, right]) => `${right} px: ${element.closest("[id]")?.id ?? ""} <${element.localName} class="${element.getAttribute("class") ?? ""}"> ${element.textContent.slice(0, 60)}`)
              .join("\n")
            """;
        var wider = 0;
        // A chart follows in the browser's next frame, for which a busy machine may take seconds.
        for (var look = 0; look < 100; look++)
        {
            wider = await Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
            if (wider == 0) return;
            await Task.Delay(50);
        }

        Assert.Fail($"The page is {wider} px wider than its window of {Page.ViewportSize?.Width} px. What sticks out:\n{await Page.EvaluateAsync<string>(SticksOut)}");
    }

    /// <summary>The whole number that stands after "n = " in a text.</summary>
    public static int CountIn(string text) =>
        int.Parse(Regex.Match(text, @"n = ([\d,]+)").Groups[1].Value, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Keeps a picture when <c>LISTENING_SCREENSHOTS</c> names a folder.</summary>
    public async Task PictureAsync(string name, bool whole = true)
    {
        if (Environment.GetEnvironmentVariable("LISTENING_SCREENSHOTS") is not { Length: > 0 } folder) return;
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = whole, Animations = ScreenshotAnimations.Disabled });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await profile.DisposeAsync();

    private bool IsOurs(string page) => !Uri.TryCreate(page, UriKind.Absolute, out var address) || !Neighbours.Contains(address.Authority);

    private bool IsExpected(string text) =>
        text.Contains("the server responded with a status of 4", StringComparison.Ordinal)
        || Expected.Any(expected => text.Contains(expected, StringComparison.Ordinal))
        || (IsAudited && text.StartsWith("Applying inline style violates", StringComparison.Ordinal));

    private void NoteIf(bool fault, string text)
    {
        if (fault) faults.Add(text);
    }
}
