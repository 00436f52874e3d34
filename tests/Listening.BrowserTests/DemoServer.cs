using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

[assembly: AssemblyFixture(typeof(Listening.BrowserTests.DemoServer))]

namespace Listening.BrowserTests;

/// <summary>The program with its demo, in which answers of agents wait for a supervisor.</summary>
public sealed class DemoServer() : ProgramServer("--demo")
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Somebody of a role who has just joined, in a browser of their own.</summary>
    public async Task<Visitor> JoinedAsync(Chromium chromium, string name, string role)
    {
        using var admin = await AdminAsync();
        return await Joining.JoinAsync(chromium, this, admin, name, role);
    }

    /// <summary>Gives somebody who joined another role.</summary>
    public async Task PromoteAsync(string name, string role)
    {
        using var admin = await AdminAsync();
        var users = await admin.GetFromJsonAsync<JsonElement>("/api/v1/admin/users", Cancelled);
        var id = users.EnumerateArray().Single(user => user.GetProperty("name").GetString() == name).GetProperty("id").GetString();
        using var changed = await admin.PatchAsJsonAsync($"/api/v1/admin/users/{id}", new { role }, Cancelled);
        Assert.True(changed.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{changed.StatusCode}");
    }

    /// <inheritdoc/>
    protected override Task PrepareAsync()
    {
        Settings["LISTENING__Replies__Approval"] = "true";
        return Task.CompletedTask;
    }

    private async Task<HttpClient> AdminAsync()
    {
        var admin = new HttpClient { BaseAddress = Address };
        admin.DefaultRequestHeaders.Authorization = new("Bearer", await NewKeyAsync($"joining {Guid.NewGuid():n}", "admin"));
        return admin;
    }
}
