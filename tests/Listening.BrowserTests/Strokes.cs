using Microsoft.Playwright;

namespace Listening.BrowserTests;

/// <summary>Counts what a person does in a tab: keys that go down, and everything that a pointer does.</summary>
internal sealed class Strokes(IPage page)
{
    private const string Count = """
        window.strokes = { keys: 0, pointers: 0 };
        addEventListener("keydown", (event) => event.isTrusted && !event.repeat && !/^(Control|Shift|Alt|Meta)$/.test(event.key) && window.strokes.keys++, { capture: true });
        for (const name of ["pointerdown", "pointermove", "wheel", "touchstart"]) addEventListener(name, (event) => event.isTrusted && window.strokes.pointers++, { capture: true });
        """;

    /// <summary>Counts from the next page on.</summary>
    public static async Task<Strokes> OnAsync(IPage page)
    {
        await page.AddInitScriptAsync(Count);
        return new(page);
    }

    /// <summary>Keys that went down; a key that only holds another one's meaning is none.</summary>
    public Task<int> KeysAsync() => page.EvaluateAsync<int>("window.strokes.keys");

    /// <summary>Everything that came from a pointer.</summary>
    public Task<int> PointersAsync() => page.EvaluateAsync<int>("window.strokes.pointers");
}
