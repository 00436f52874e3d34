using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Outbreaks of the running program, answered as one to a small Mastodon server.</summary>
public sealed class RunningOutbreaksTests : RepliesOfProgram
{
    [Fact]
    public async Task An_outbreak_is_answered_once_each_in_its_own_thread_and_who_cannot_be_answered_is_told()
    {
        await WriteAsync("ana", "@acme your app is down again and nobody says why #train 0");
        var id = await OnlyAsync();
        foreach (var who in new[] { "ben", "eva" }) await WriteAsync(who, $"@acme your app is down again and nobody says why #train {who}");
        await PushAsync("reviews", "r1", "bert", "your app is down again and nobody says why #train 3");
        await UntilWaitingAsync(id, 4);

        using (var empty = await Agent.PostAsJsonAsync($"/api/v1/cases/{id}/outbreak/reply", new { text = " " }, Cancelled)) Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using (var unknown = await Agent.PostAsJsonAsync("/api/v1/cases/999/outbreak/reply", new { text = "Hi" }, Cancelled)) Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using (var written = await Agent.PostAsJsonAsync($"/api/v1/cases/{id}/outbreak/reply", new { text = "We are at it, {name}." }, Cancelled))
        {
            Assert.Equal(HttpStatusCode.Accepted, written.StatusCode);
            var told = await written.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
            Assert.Equal((3, 4), (told.GetProperty("sent").GetInt32(), told.GetProperty("items").GetArrayLength()));
            Assert.Equal("No source that is set up here brings such posts, so nothing can be sent. Answer there.",
                told.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("reply").ValueKind == JsonValueKind.Null).GetProperty("problem").GetString());
        }

        // Pressed twice.
        using (var again = await Agent.PostAsJsonAsync($"/api/v1/cases/{id}/outbreak/reply", new { text = "We are at it, {name}." }, Cancelled)) Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        await UntilAsync(id, one => one.GetProperty("seenAt").ValueKind == JsonValueKind.String);
        await UntilWaitingAsync(id, 1);
        lock (Village) Assert.Equal(6, Village.Statuses.Count);

        // Later it is done, and whoever was told that it is known is told that too, once.
        using (var known = await Agent.PostAsJsonAsync($"/api/v1/cases/{id}/outbreak/reply", new { text = "It works again, {name}." }, Cancelled)) Assert.Equal(HttpStatusCode.Conflict, known.StatusCode);
        using (var written = await Agent.PostAsJsonAsync($"/api/v1/cases/{id}/outbreak/reply", new { text = "It works again, {name}.", answered = true }, Cancelled))
        {
            Assert.Equal(HttpStatusCode.Accepted, written.StatusCode);
            Assert.Equal(3, (await written.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("sent").GetInt32());
        }

        using (var again = await Agent.PostAsJsonAsync($"/api/v1/cases/{id}/outbreak/reply", new { text = "It works again, {name}.", answered = true }, Cancelled)) Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        foreach (var name in new[] { "ana", "ben", "eva" })
            while (Said($"It works again, {name}.") == 0) await Task.Delay(50, Cancelled);
        using (var late = await Agent.PostAsJsonAsync($"/api/v1/cases/{id}/outbreak/reply", new { text = "It works again, {name}.", answered = true }, Cancelled))
            Assert.Equal("urn:listening:problem:none_sent", (await late.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("type").GetString());
        Assert.Equal((3, 3), (Said("It works again, "), Said("We are at it, ")));
    }

    private int Said(string words)
    {
        lock (Village) return Village.Statuses.Count(status => ((string)status["content"]!).Contains(words, StringComparison.Ordinal));
    }

    private async Task UntilWaitingAsync(long id, int waiting)
    {
        while (true)
        {
            using var answer = await Agent.GetAsync(new Uri($"/api/v1/cases/{id}/outbreak", UriKind.Relative), Cancelled);
            if (answer.IsSuccessStatusCode && (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("waiting").GetInt32() == waiting) return;
            await Task.Delay(50, Cancelled);
        }
    }
}
