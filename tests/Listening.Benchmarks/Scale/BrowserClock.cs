using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace Listening.Benchmarks.Scale;

/// <summary>From a post's 200 until a tile's n moved in a real Chromium with the whole dashboard open.</summary>
public static class BrowserClock
{
    private static readonly string[] Tiles = ["volume", "waiting"];

    // The page's clock and this process' clock are the same machine's.
    private const string Observe = """
        (tiles) => {
          window.moves = {};
          for (const id of tiles) {
            const foot = document.getElementById(id).querySelector(".tile-foot");
            // The first piece only: behind it stands the tile's age, whose digits would be taken for the count's.
            const count = () => Number((/n = ([\d,]+)/.exec(foot.querySelector("span")?.textContent ?? "") ?? [])[1]?.replaceAll(",", ""));
            let shown = count();
            const kept = (window.moves[id] = { before: shown, moves: [] });
            new MutationObserver(() => {
              const now = count();
              if (now === shown || Number.isNaN(now)) return;
              kept.moves.push({ n: now, at: performance.timeOrigin + performance.now() });
              shown = now;
            }).observe(foot, { childList: true, characterData: true, subtree: true });
          }
        }
        """;

    /// <summary>Sends one complaint after another and watches two tiles move.</summary>
    public static async Task<List<BrowserMove>> MeasureAsync(string chromium, Uri link, HttpClient client, int samples)
    {
        ArgumentNullException.ThrowIfNull(client);
        await AwayFromTheHourAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 1000 }, Locale = "en-GB" });
        page.SetDefaultTimeout(120_000);
        await page.GotoAsync(link.ToString());
        await ComeInAsync(page);
        await Assertions.Expect(page.Locator("section.tile").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("section.tile[aria-busy=true]")).ToHaveCountAsync(0, new() { Timeout = 120_000 });
        await StillAsync(page);
        await page.EvaluateAsync(Observe, Tiles);

        var random = new Random(7);
        var posts = new List<(double Sent, double Accepted)>();
        for (var i = 1; i <= samples; i++)
        {
            using var body = new StringContent(LivePost.Opening(1_000_000_000 + i), Encoding.UTF8, new MediaTypeHeaderValue("application/x-ndjson"));
            var sent = Now();
            using var answer = await client.PostAsync(new Uri("/api/v1/posts", UriKind.Relative), body);
            answer.EnsureSuccessStatusCode();
            posts.Add((sent, Now()));
            await Task.Delay(1300 + random.Next(900)); // not in step with whatever ticks once a second
        }

        await Task.Delay(5000);
        var seen = JsonDocument.Parse(await page.EvaluateAsync<string>("JSON.stringify(window.moves)")).RootElement;
        return [.. Tiles.Select(tile => Moved(tile, posts, seen.GetProperty(tile)))];
    }

    // Each post adds one to n: the move that first showed it is the one to the right n.
    private static BrowserMove Moved(string tile, List<(double Sent, double Accepted)> posts, JsonElement seen)
    {
        var before = seen.GetProperty("before").GetInt64();
        var moves = seen.GetProperty("moves").EnumerateArray().Select(move => (N: move.GetProperty("n").GetInt64(), At: move.GetProperty("at").GetDouble())).ToList();
        var (times, fromSending) = (new List<double>(), new List<double>());
        for (var i = 0; i < posts.Count; i++)
        {
            var at = moves.Where(move => move.N >= before + i + 1).Select(move => move.At).DefaultIfEmpty(double.NaN).Min();
            if (double.IsNaN(at)) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Tile '{tile}' did not show post {i + 1} of {posts.Count}"));
            // Something else moved it: nothing measured after that would mean anything.
            if (at < posts[i].Sent) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Tile '{tile}' had moved {posts[i].Sent - at:N0} ms before post {i + 1} was sent"));
            fromSending.Add(at - posts[i].Sent);
            times.Add(Math.Max(0, at - posts[i].Accepted)); // facts may be faster than the answer
        }
        return new(tile, times.Count, Quantiles.Of(times, 0.5), Quantiles.Of(times, 0.99), times.Max(), Quantiles.Of(fromSending, 0.5), Quantiles.Of(fromSending, 0.99));
    }

    // The first who comes by a link becomes the admin, later ones sign in.
    private static async Task ComeInAsync(IPage page)
    {
        if (await page.Locator("input[name=email]").CountAsync() > 0)
        {
            await page.Locator("input[name=name]").FillAsync("Benchmark");
            await page.Locator("input[name=email]").FillAsync("benchmark@example.com");
            await page.Locator("input[name=password]").FillAsync(Guid.NewGuid().ToString());
        }

        await page.Locator("main button[type=submit], main form button").First.ClickAsync();
        await page.WaitForURLAsync("**/operations*");
    }

    private static double Now() => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    // What came in before is shown, whatever the pace of the tiles: nothing moved for a minute's dearest interval.
    private static async Task StillAsync(IPage page)
    {
        var (shown, still) = ("", 0);
        while (still < 20)
        {
            await Task.Delay(1000);
            var now = await page.EvaluateAsync<string>("tiles => tiles.map(id => document.getElementById(id).querySelector('.tile-foot > span').textContent).join()", Tiles);
            (shown, still) = (now, now == shown ? still + 1 : 0);
        }
    }

    // A period that ends with the running hour moves with it, and n too.
    private static Task AwayFromTheHourAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        return now.Minute < 54 ? Task.CompletedTask : Task.Delay(TimeSpan.FromMinutes(60 - now.Minute));
    }
}
