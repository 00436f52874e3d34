using Xunit;

namespace Listening.BrowserTests;

/// <summary>The axe accessibility rules (https://github.com/dequelabs/axe-core), run inside a page.</summary>
public static class Axe
{
    private static readonly string Source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "lib", "axe-core", "axe.min.js"));

    // A colour half way between two themes is nobody's choice: what is moving and will end is waited for.
    private const string Run = """
        async () => {
          for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
          await Promise.allSettled(document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime !== Infinity).map((each) => each.finished));
          return (await axe.run({ resultTypes: ["violations"] })).violations
            .filter(({ impact }) => impact === "serious" || impact === "critical")
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("; ").slice(0, 2000)}`);
        }
        """;

    /// <summary>No serious and no critical violation on the page as it stands.</summary>
    public static async Task AssertCleanAsync(Visitor visitor)
    {
        visitor.AssertQuiet();
        visitor.IsAudited = true;
        await visitor.Page.EvaluateAsync(Source);
        var violations = await visitor.Page.EvaluateAsync<string[]>(Run);
        Assert.True(violations.Length == 0, string.Join('\n', violations));
    }
}
