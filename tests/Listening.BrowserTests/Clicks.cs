using Microsoft.Playwright;

namespace Listening.BrowserTests;

/// <summary>Counts what a person presses in a tab, by the mouse or by Enter, over all its pages.</summary>
internal sealed class Clicks(IPage page)
{
    private const string Count = """
        addEventListener("click", (event) => event.isTrusted && sessionStorage.setItem("clicks", Number(sessionStorage.getItem("clicks") ?? 0) + 1), { capture: true });
        """;

    /// <summary>Counts from the next page on.</summary>
    public static async Task<Clicks> OnAsync(IPage page)
    {
        await page.AddInitScriptAsync(Count);
        return new(page);
    }

    /// <summary>How many there were.</summary>
    public Task<int> SoFarAsync() => page.EvaluateAsync<int>("Number(sessionStorage.getItem('clicks') ?? 0)");
}
