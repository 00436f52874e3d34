using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>The desk at work: a queue cleared by keys alone, two agents who want the same, a server that goes away and comes back.</summary>
[Collection(TriageRoom.Name)]
public sealed class TriageTests(Chromium chromium, TriageServer server)
{
    private const string Current = ".case-row[data-current]";

    [Fact]
    public async Task Two_hundred_posts_are_cleared_from_the_keyboard_alone_with_four_strokes_each_at_the_most_in_the_median()
    {
        await server.ComplainAsync("alpha", 200);
        await using var ana = await server.JoinedAsync(chromium, "Alice");
        var strokes = await Strokes.OnAsync(ana.Page);
        await OpenAsync(ana, "alpha");
        List<int> each = [];
        for (var done = 0; done < 200; done++)
        {
            var (id, before) = (await ana.Page.Locator(Current).GetAttributeAsync("data-case"), await strokes.KeysAsync());
            // Most are answered elsewhere; some are hers first, some need a reason, some are put off.
            foreach (var key in (done % 10) switch { 3 => (string[])["m", "e", "2"], 6 => ["e", "3", "1"], 8 => ["s", "3"], _ => ["e", "2"] }) await PressAsync(ana, key);
            if (done < 199) await Expect(ana.Page.Locator($"{Current}:not([data-case='{id}']):not([data-gone]) .open")).ToBeFocusedAsync(new() { Timeout = 30_000 });
            each.Add(await strokes.KeysAsync() - before);
            // She reads the next one: it is on the screen, and counts.
            if (done < 199) await ana.Page.WaitForFunctionAsync("seen => performance.getEntriesByName('triage:next').length > seen", done, new() { Timeout = 30_000 });
        }

        await Expect(ana.Page.Locator(".nothing")).ToContainTextAsync("Nothing", new() { Timeout = 30_000 });
        await server.UntilAsync("alpha", 0);
        var (median, pointers) = (each.Order().ElementAt(each.Count / 2), await strokes.PointersAsync());
        var took = await ana.Page.EvaluateAsync<double[]>("performance.getEntriesByName('triage:next').map(({ duration }) => duration).sort((a, b) => a - b)");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{each.Sum()} strokes for 200 posts, median {median}, most {each.Max()}; pointer {pointers}; next case painted after {took[took.Length / 2]:F0} ms in the median, {took[(int)(took.Length * 0.95)]:F0} ms p95, n = {took.Length}"));
        Assert.Equal(200, each.Count);
        Assert.True(median <= 4, $"{median} strokes");
        Assert.Equal(0, pointers);
        ana.AssertQuiet();
    }

    [Fact]
    public async Task Of_two_agents_who_claim_the_same_case_a_hundred_times_one_wins_and_the_other_sees_who()
    {
        await server.ComplainAsync("bravo", 100);
        await using var ben = await server.JoinedAsync(chromium, "Ben");
        await using var cem = await server.JoinedAsync(chromium, "Cem");
        await OpenAsync(ben, "bravo");
        await OpenAsync(cem, "bravo");
        for (var turn = 0; turn < 100; turn++)
        {
            var id = await ben.Page.Locator(Current).GetAttributeAsync("data-case");
            await Expect(cem.Page.Locator($"{Current}[data-case='{id}']")).ToHaveCountAsync(1);
            await Task.WhenAll(ben.Page.Keyboard.PressAsync("m"), cem.Page.Keyboard.PressAsync("m"));
            var chips = await Task.WhenAll(WhoAsync(ben, id), WhoAsync(cem, id));
            Assert.Single(chips, "you have it");
            Assert.Contains(chips[0] == "you have it" ? "Ben has it" : "Cem has it", chips);
            await Task.WhenAll(ben.Page.Keyboard.PressAsync("j"), cem.Page.Keyboard.PressAsync("j"));
        }

        foreach (var one in await server.CasesAsync("bravo"))
        {
            var file = await server.CaseAsync(one.GetProperty("case").GetProperty("id").GetInt64());
            var claims = file.GetProperty("history").EnumerateArray().Where(moment => moment.GetProperty("action").GetString() == "claimed").Select(moment => moment.GetProperty("by").GetString()).ToList();
            Assert.Equal(one.GetProperty("case").GetProperty("assignee").GetString(), Assert.Single(claims));
        }
    }

    [Fact]
    public async Task A_page_that_is_open_while_the_server_restarts_misses_nothing()
    {
        await server.ComplainAsync("charlie", 2);
        await using var dora = await server.JoinedAsync(chromium, "Dora");
        await OpenAsync(dora, "charlie");
        await Expect(dora.Page.Locator(".case-row")).ToHaveCountAsync(2);
        var first = long.Parse((await dora.Page.Locator(Current).GetAttributeAsync("data-case"))!, CultureInfo.InvariantCulture);
        await server.RestartAsync();
        // At once, before the page has found its way back.
        await server.SendAsync(TriageServer.Post("charlie-late", "charlielate", "@acme my bag is lost and nobody answers. charlie", TimeProvider.System.GetUtcNow()));
        await server.DoAsync(first, "tags", new { add = new[] { "vip" } });
        await server.UntilAsync("charlie", 3);
        await Expect(dora.Page.Locator(".fresh")).ToHaveTextAsync("1 new", new() { Timeout = 60_000 });
        await Expect(dora.Page.Locator(".case-row")).ToHaveCountAsync(2);
        await dora.Page.Keyboard.PressAsync(".");
        await Expect(dora.Page.Locator(".case-row")).ToHaveCountAsync(3);
        await Expect(dora.Page.Locator(Current + " .open")).ToBeFocusedAsync();
        await dora.Page.Locator($"[data-case='{first}'] .open").FocusAsync();
        await Expect(dora.Page.Locator(".case-aside")).ToContainTextAsync("vip", new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task What_was_done_is_taken_back_and_keys_act_neither_in_a_field_nor_when_they_are_off()
    {
        await server.ComplainAsync("delta", 3);
        await using var eve = await server.JoinedAsync(chromium, "Eve");
        await OpenAsync(eve, "delta");
        var (page, first) = (eve.Page, await eve.Page.Locator(Current).GetAttributeAsync("data-case"));
        await PressAsync(eve, "e");
        await PressAsync(eve, "4");
        await Expect(page.Locator($"[data-case='{first}'][data-gone]")).ToContainTextAsync("not us");
        await Expect(page.Locator(".toast")).ToContainTextAsync("not us");
        await PressAsync(eve, "z");
        await Expect(page.Locator($"{Current}[data-case='{first}']:not([data-gone]) .open")).ToBeFocusedAsync(new() { Timeout = 30_000 });

        // Three at once, with the space bar; then back again.
        foreach (var key in (string[])["Space", "j", "Space", "j", "Space"]) await PressAsync(eve, key);
        await Expect(page.Locator(".bulk strong")).ToHaveTextAsync("3 chosen");
        await PressAsync(eve, "t");
        await page.Keyboard.TypeAsync("lost bag");
        await PressAsync(eve, "Enter");
        await Expect(page.Locator(".toast").Last).ToContainTextAsync("3 cases: #lost-bag");

        await PressAsync(eve, "/");
        await page.Keyboard.TypeAsync(" emns");
        await Expect(page.GetByLabel("Search cases")).ToHaveValueAsync(" emns");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await PressAsync(eve, "Escape");
        await Expect(page.GetByLabel("Search cases")).ToHaveValueAsync("delta");
        await Expect(page.Locator(Current + " .open")).ToBeFocusedAsync();
        await PressAsync(eve, "n");
        await page.Keyboard.TypeAsync("He called twice. e m j k");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".inside-note")).ToContainTextAsync("He called twice. e m j k");
        await Expect(page.Locator(Current + " .open")).ToBeFocusedAsync();

        await PressAsync(eve, "?");
        await page.GetByLabel("Single keys act").UncheckAsync();
        await PressAsync(eve, "Escape");
        await page.Locator(Current + " .open").FocusAsync();
        await PressAsync(eve, "e");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        // The palette is no single key.
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("operations");
        await PressAsync(eve, "Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/operations"));
        eve.AssertQuiet();
    }

    private static async Task OpenAsync(Visitor visitor, string word)
    {
        await visitor.GoAsync($"/triage?q={word}");
        await Expect(visitor.Page.Locator(Current + " .open")).ToBeFocusedAsync();
    }

    private static Task PressAsync(Visitor visitor, string key) => visitor.Page.Keyboard.PressAsync(key);

    private static async Task<string> WhoAsync(Visitor visitor, string? id)
    {
        var chip = visitor.Page.Locator($"[data-case='{id}'] .who");
        await Expect(chip).ToBeVisibleAsync();
        // Who was late is shown by the answer who has it; until then nobody is.
        return await chip.InnerTextAsync();
    }
}
