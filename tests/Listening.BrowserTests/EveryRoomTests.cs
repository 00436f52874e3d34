using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>Every room and every page of the door, from the server's own list: readable at each width in both themes, and walked by Tab alone.</summary>
public sealed class EveryRoomTests(Chromium chromium, DemoServer server)
{
    // What a person can reach, as the browser sees it now.
    private const string Mark = """
        () => {
          let count = 0;
          for (const each of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")) {
            // Of radio buttons and what is not shown, Tab reaches one or none.
            if (each.disabled || each.tabIndex < 0 || !each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) || each.closest("[inert]")) continue;
            each.dataset.reach = String(count++);
          }
          return count;
        }
        """;

    private const string Where = """
        () => {
          const here = document.activeElement;
          if (!here || here === document.body) return "";
          const style = getComputedStyle(here);
          const box = here.getBoundingClientRect();
          const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
          const shown = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
          const name = here.dataset.reach ?? `other ${here.outerHTML.slice(0, 120)}`;
          // The button inside a date field takes the focus from the field, in the browser's eyes.
          return `${name}|${seen && here.matches(":focus-visible, input[type=date]:focus-within") && shown ? "" : `${seen ? "" : "outside the window "}${shown ? "" : "without a ring "}${here.outerHTML.slice(0, 200)}`}`;
        }
        """;

    public static TheoryData<string> Pages { get; } =
        ["/operations?period=24h", "/operations?list=frt", "/report?period=28d", "/triage", "/dashboards", "/alerts", "/brands", "/sources", "/models", "/calendars", "/rules", "/mailing", "/setup", "/people", "/keys", "/audit", "/account", "/nothing-here", "/sign-out"];

    public static TheoryData<string> DoorPages { get; } = ["/sign-in", "/join?token=x", "/join", "/people", "/sign-in/openid", "/sign-out"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_room_is_readable_at_every_width_in_both_themes(string address)
    {
        await using var visitor = await OpenAsync(address, signedIn: true);
        await LookAsync(visitor, address);
    }

    [Theory]
    [MemberData(nameof(DoorPages))]
    public async Task A_page_of_the_door_is_readable_at_every_width_in_both_themes(string address)
    {
        await using var visitor = await OpenAsync(address, signedIn: false);
        await LookAsync(visitor, "door " + address);
        await WalkAsync(visitor);
    }

    [Theory]
    [InlineData("/operations?period=24h", 1440)]
    [InlineData("/operations?period=24h", 320)]
    [InlineData("/report?period=28d", 1440)]
    [InlineData("/report?period=28d", 320)]
    [InlineData("/triage", 1440)]
    [InlineData("/triage", 320)]
    [InlineData("/dashboards", 1440)]
    [InlineData("/brands", 1440)]
    [InlineData("/brands", 320)]
    [InlineData("/sources", 1440)]
    [InlineData("/sources", 320)]
    [InlineData("/setup", 1440)]
    [InlineData("/calendars", 1440)]
    [InlineData("/rules", 1440)]
    [InlineData("/mailing", 1440)]
    [InlineData("/mailing", 320)]
    [InlineData("/people", 1440)]
    [InlineData("/people", 320)]
    [InlineData("/keys", 1440)]
    [InlineData("/audit", 1440)]
    [InlineData("/account", 1440)]
    public async Task Tab_alone_reaches_everything_and_the_focus_is_seen_all_the_way(string address, int width)
    {
        await using var visitor = await OpenAsync(address, signedIn: true, width);
        await WalkAsync(visitor);
    }

    [Fact]
    public void No_room_is_left_out() => Assert.Superset(
        Listening.Web.Hosting.RoomList.All.Select(room => room.Address).ToHashSet(StringComparer.Ordinal), Pages.Select(row => row.Data.Split('?')[0]).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public async Task The_focus_is_never_lost_when_something_that_was_asked_or_shown_once_closes()
    {
        await using var own = await EmptyServer.StartedAsync();
        await using var owner = await Visitor.StrangerAsync(chromium, own);
        await owner.SignInAsync(own);
        var page = owner.Page;
        await owner.GoAsync("/keys");
        await page.GetByLabel("What it is for").FillAsync("bridge");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a key" }).PressAsync("Enter");
        await Expect(page.Locator(".once")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Make a key" })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke bridge" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Revoke bridge" })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke bridge" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Revoke" }).PressAsync("Enter");
        await Expect(page.Locator("[data-key=bridge]")).ToBeFocusedAsync();

        await owner.GoAsync("/people");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ben");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).PressAsync("Enter");
        await Expect(page.Locator(".once")).ToBeFocusedAsync();
        var link = await page.Locator(".once pre").InnerTextAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Make a link" })).ToBeFocusedAsync();
        await using var ben = await Visitor.StrangerAsync(chromium, own);
        await ben.Page.GotoAsync(link);
        await ben.Page.GetByLabel("E-mail address").FillAsync("ben@example.com");
        await ben.Page.GetByLabel("Password").FillAsync("correct horse battery");
        await ben.Page.Keyboard.PressAsync("Enter");
        await Expect(ben.Page.Locator(".me")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await page.GetByLabel("Role of Ben").FocusAsync();
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("ArrowDown"), "**/api/v1/admin/invitations");
        await Expect(page.GetByLabel("Role of Ben")).ToHaveValueAsync("supervisor");
        await Expect(page.GetByLabel("Role of Ben")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Disable Ben" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Disable" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Enable Ben" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Disable Ben" })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New password for Ben" }).PressAsync("Enter");
        await Expect(page.Locator(".once")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).PressAsync("Enter");
        Assert.NotEqual("BODY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        owner.AssertQuiet();
    }

    private async Task<Visitor> OpenAsync(string address, bool signedIn, int width = 1440)
    {
        var visitor = await Visitor.StrangerAsync(chromium, server, width, 900);
        if (signedIn) await visitor.SignInAsync(server);
        await visitor.GoAsync(address);
        await Expect(visitor.Page.Locator("h1").First).ToBeAttachedAsync();
        if (address.StartsWith("/operations", StringComparison.Ordinal) && signedIn) await visitor.LoadedAsync();
        // Its stream stays open.
        else if (address.StartsWith("/triage", StringComparison.Ordinal) && signedIn) await Expect(visitor.Page.Locator(".queue[aria-busy=false]")).ToBeVisibleAsync();
        else await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return visitor;
    }

    private static async Task LookAsync(Visitor visitor, string address)
    {
        var name = string.Concat(address.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')).Trim('-');
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in (int[])[1440, 390, 320])
            {
                await visitor.Page.SetViewportSizeAsync(width, 900);
                await visitor.AssertNoSidewaysScrollingAsync();
                await visitor.PictureAsync($"room-{name}-{width}-{scheme.ToString().ToLowerInvariant()}");
                await Axe.AssertCleanAsync(visitor);
            }
        }
    }

    private static async Task WalkAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await page.EvaluateAsync("() => document.activeElement?.blur?.()");
        var all = await page.EvaluateAsync<int>(Mark);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var faults = new List<string>();
        for (var step = 0; step < all + 60; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var here = (await page.EvaluateAsync<string>(Where)).Split('|', 2);
            // Out of the page, to the browser's own bar.
            if (here.Length < 2) continue;
            if (here[1].Length > 0) faults.Add(here[1]);
            reached.Add(here[0]);
        }

        var left = await page.EvaluateAsync<string[]>(
            "(reached) => [...document.querySelectorAll('[data-reach]')].filter((each) => !reached.includes(each.dataset.reach) && !each.disabled && each.checkVisibility({ visibilityProperty: true })).map((each) => each.outerHTML.slice(0, 200))", reached.ToArray());
        Assert.True(faults.Count == 0, $"{page.Url}: {string.Join('\n', faults.Distinct())}");
        Assert.True(left.Length == 0, $"{page.Url}: not reached by Tab: {string.Join('\n', left)}");
        Assert.NotEmpty(reached);
    }
}
