using Xunit;

namespace Listening.BrowserTests;

/// <summary>The axe accessibility rules (https://github.com/dequelabs/axe-core), run inside a page.</summary>
public static class Axe
{
    private static readonly string Source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "lib", "axe-core", "axe.min.js"));

    private const string Run = """
        async () => (await axe.run({ resultTypes: ["violations"] })).violations
            .filter(({ impact }) => impact === "serious" || impact === "critical")
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("; ").slice(0, 2000)}`)
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
