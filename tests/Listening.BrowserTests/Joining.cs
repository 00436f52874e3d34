using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>How somebody joins: by a link that an admin makes.</summary>
internal static class Joining
{
    /// <summary>Somebody of a role who has just joined, in a browser of their own.</summary>
    public static async Task<Visitor> JoinAsync(Chromium chromium, ProgramServer server, HttpClient admin, string name, string role, int width = 1440)
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var invited = await admin.PostAsJsonAsync("/api/v1/admin/invitations", new { name, email = $"{name}@example.com".ToLowerInvariant(), role }, cancelled);
        Assert.Equal(HttpStatusCode.Created, invited.StatusCode);
        var link = (await invited.Content.ReadFromJsonAsync<JsonElement>(cancelled)).GetProperty("url").GetString()!;
        var visitor = await Visitor.StrangerAsync(chromium, server, width, 900);
        await visitor.Page.GotoAsync(link);
        await visitor.Page.GetByLabel("Password").FillAsync("correct horse battery");
        await visitor.Page.GetByLabel("Password").PressAsync("Enter");
        await Expect(visitor.Page.Locator(".me")).ToBeVisibleAsync();
        return visitor;
    }
}
