using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Listening.BrowserTests;

/// <summary>Makes the cases of a source that takes no answers answerable: what the server tells of each stays, with another composer.</summary>
internal static class Answerable
{
    /// <summary>From now on the page reads each case with what <paramref name="composer"/> gives at that moment.</summary>
    public static Task ComposeByAsync(this IPage page, Func<object> composer) => page.RouteAsync("**/api/v1/cases/files?*", async route =>
    {
        var answer = await route.FetchAsync();
        var told = JsonNode.Parse(await answer.TextAsync())!;
        foreach (var file in told["items"]!.AsArray()) file!["composer"] = JsonSerializer.SerializeToNode(composer());
        await route.FulfillAsync(new() { Response = answer, Body = told.ToJsonString() });
    });
}
