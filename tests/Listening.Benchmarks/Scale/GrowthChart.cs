using System.Text.Json;
using Microsoft.Playwright;

namespace Listening.Benchmarks.Scale;

/// <summary>Draws how the costs grow with the browser and the chart library that the product itself uses.</summary>
public static class GrowthChart
{
    /// <summary>Writes a picture; says on standard error where no Chromium or no chart library is to be had.</summary>
    public static async Task DrawAsync(ScaleResults results, string file, string chromium = "/usr/bin/chromium")
    {
        ArgumentNullException.ThrowIfNull(results);
        var library = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "dashboards"), "chart.umd*.js", SearchOption.AllDirectories).FirstOrDefault();
        if (library is null || !File.Exists(chromium))
        {
            await Console.Error.WriteLineAsync("No chart: Chromium or Chart.js is missing.");
            return;
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1200, Height = 760 }, DeviceScaleFactor = 2 });
        await page.SetContentAsync(await ReadAsync("GrowthChart.html"));
        await page.AddScriptTagAsync(new() { Path = library });
        await page.AddScriptTagAsync(new() { Content = await ReadAsync("GrowthChart.js") });
        await page.EvaluateAsync("panels => draw(panels)", JsonSerializer.Serialize(Panels(results)));
        await page.ScreenshotAsync(new() { Path = file, FullPage = true });
    }

    private static object[] Panels(ScaleResults results)
    {
        var steps = results.Steps;
        double[] sizes = [.. steps.Select(step => step.Posts / 1e6)];
        double? P95(ScaleStep step, string period)
        {
            var best = step.Tiles.Where(time => time.Period == period && time.Viewers == 1).ToList();
            var optimized = best.Any(time => time.Optimized);
            var times = best.Where(time => time.Optimized == optimized).SelectMany(time => time.Milliseconds).ToList();
            return times.Count == 0 ? null : Quantiles.Of(times, 0.95);
        }

        return
        [
            new { title = "Import, posts a second", sizes, lines = new object[] { new { name = "conversations and waits included", values = steps.Select(step => (double?)step.ImportRate) } } },
            new { title = "A tile with its previous period, p95 ms", sizes, lines = TileClock.Periods.Select(period => (object)new { name = $"over {period.Name}", values = steps.Select(step => P95(step, period.Name)) }) },
            new
            {
                title = "Memory, MB",
                sizes,
                lines = new object[]
                {
                    new { name = "at idle", values = steps.Select(step => (double?)(step.IdleBytes / 1e6)) },
                    new { name = "after every tile", values = steps.Select(step => (double?)(step.AfterTilesBytes / 1e6)) },
                },
            },
            new
            {
                title = "Seconds",
                sizes,
                lines = new object[]
                {
                    new { name = "everything derived again", values = steps.Select(step => step.RebuildSeconds) },
                    new { name = "nightly optimize", values = steps.Select(step => step.OptimizeSeconds) },
                    new { name = "start until ready", values = steps.Select(step => (double?)step.StartSeconds) },
                },
            },
            new { title = "Disk, GB", sizes, lines = new object[] { new { name = "data directory", values = steps.Select(step => (double?)(step.DiskBytes / 1e9)) } } },
        ];
    }

    private static async Task<string> ReadAsync(string name)
    {
        await using var stream = typeof(GrowthChart).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
