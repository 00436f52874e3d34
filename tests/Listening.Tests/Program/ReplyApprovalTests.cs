using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Answers of agents that wait for a supervisor, in the running program.</summary>
public sealed class ReplyApprovalTests : RepliesOfProgram
{
    private HttpClient bob = null!, sue = null!;

    private protected override Dictionary<string, string> More => new() { ["LISTENING__Replies__Approval"] = "true" };

    [Fact]
    public async Task What_an_agent_writes_waits_until_a_supervisor_lets_it_out_and_a_thread_that_went_on_holds_it()
    {
        await KeysAsync();
        var parent = await WriteAsync("ana", "My bag is gone @acme #train");
        var id = await OnlyAsync();
        var key = await HeldAsync(id, "We look for it, {name}.");
        Assert.Equal((1, 0), (await CountAsync(sue, "to_approve"), await CountAsync(bob, "returned")));
        Assert.Equal(id, Assert.Single((await sue.GetFromJsonAsync<JsonElement>("/api/v1/cases?view=to_approve", Cancelled)).GetProperty("items").EnumerateArray()).GetProperty("case").GetProperty("id").GetInt64());
        // An agent lets nothing out, and another one sees that an answer is there already.
        Assert.Equal(HttpStatusCode.Forbidden, await DoAsync(bob, id, key, "approve", new { }));
        Assert.Equal(HttpStatusCode.BadRequest, await DoAsync(sue, id, key, "approve", new { text = " ", kind = "in_public" }));
        Assert.Equal(HttpStatusCode.BadRequest, await DoAsync(sue, id, key, "approve", new { kind = "a joke" }));
        Assert.Equal(HttpStatusCode.BadRequest, await DoAsync(sue, id, key, "return", new { word = " " }));
        Assert.Equal(HttpStatusCode.NotFound, await DoAsync(sue, id, $"{Guid.Empty}", "approve", new { }));

        // A neighbour writes before anybody approves.
        await WriteAsync("nils", "Mine too #train", parent);
        string moved;
        while (true)
        {
            using var refused = await sue.PostAsJsonAsync($"/api/v1/cases/{id}/replies/{key}/approve", new { text = "We look for it now, {name}." }, Cancelled);
            // It is let out as long as the program has not seen the neighbour; then it is held again.
            if (refused.StatusCode == HttpStatusCode.Accepted)
            {
                Assert.Equal(HttpStatusCode.NoContent, (await sue.DeleteAsync(new Uri($"/api/v1/cases/{id}/replies/{key}", UriKind.Relative), Cancelled)).StatusCode);
                continue;
            }

            var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
            Assert.Equal((HttpStatusCode.Conflict, "urn:listening:problem:thread_changed"), (refused.StatusCode, problem.GetProperty("type").GetString()));
            Assert.Contains("Mine too", Assert.Single(problem.GetProperty("posts").EnumerateArray()).GetProperty("text").GetString()!, StringComparison.Ordinal);
            moved = problem.GetProperty("thread").GetString()!;
            break;
        }

        Assert.Equal(2, Village.Statuses.Count);
        Assert.Equal(HttpStatusCode.Accepted, await DoAsync(sue, id, key, "approve", new { text = "We look for it now, {name}.", thread = moved }));
        // Within the five seconds it can be held again, with its writer's words.
        Assert.Equal(HttpStatusCode.NoContent, (await sue.DeleteAsync(new Uri($"/api/v1/cases/{id}/replies/{key}", UriKind.Relative), Cancelled)).StatusCode);
        var held = await UntilAsync(id, one => one.GetProperty("state").GetString() == "to_approve");
        Assert.Equal(("We look for it, ana.", JsonValueKind.Null), (held.GetProperty("text").GetString(), held.GetProperty("approvedBy").ValueKind));
        Assert.Equal(HttpStatusCode.Accepted, await DoAsync(sue, id, key, "approve", new { text = "We look for it now, {name}.", thread = moved }));
        await RestartAsync();
        await KeysAsync();
        var sent = await UntilAsync(id, one => one.GetProperty("seenAt").ValueKind == JsonValueKind.String);
        Assert.Equal(("sent", "We look for it now, ana.", "We look for it, ana."), (sent.GetProperty("state").GetString(), sent.GetProperty("text").GetString(), sent.GetProperty("original").GetString()));
        Assert.Equal(3, Village.Statuses.Count);
        var (writer, approver) = (sent.GetProperty("by").GetString(), sent.GetProperty("approvedBy").GetString());
        Assert.NotEqual(writer, approver);
        var history = (await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}", Cancelled)).GetProperty("history").EnumerateArray()
            .Select(moment => (moment.GetProperty("action").GetString(), moment.GetProperty("by").GetString())).ToList();
        Assert.Equal([("reply_held", writer), ("reply_approved", approver), ("replied", writer)], [history[1], .. history.TakeLast(2)]);
        Assert.Equal(HttpStatusCode.Conflict, await DoAsync(sue, id, key, "return", new { word = "too late" }));
        Assert.Equal(0, await CountAsync(sue, "to_approve"));
    }

    [Fact]
    public async Task It_is_given_back_with_a_word_or_taken_back_and_a_supervisor_waits_for_nobody()
    {
        await KeysAsync();
        await WriteAsync("ana", "My bag is gone @acme #train");
        var id = await OnlyAsync();
        var key = await HeldAsync(id, "Not our fault.");
        Assert.Equal(HttpStatusCode.NoContent, await DoAsync(sue, id, key, "return", new { word = "Kinder, please." }));
        var returned = await UntilAsync(id, one => one.GetProperty("state").GetString() == "returned");
        Assert.Equal("Kinder, please.", returned.GetProperty("reason").GetString());
        Assert.Equal((1, 0, 0), (await CountAsync(bob, "returned"), await CountAsync(sue, "returned"), await CountAsync(sue, "to_approve")));
        Assert.Equal(HttpStatusCode.Conflict, await DoAsync(sue, id, key, "approve", new { }));

        // Written again it is another answer, which its writer takes back.
        var other = await HeldAsync(id, "We are sorry and look for it.");
        Assert.Equal(0, await CountAsync(bob, "returned"));
        Assert.Equal(HttpStatusCode.NoContent, (await bob.DeleteAsync(new Uri($"/api/v1/cases/{id}/replies/{other}", UriKind.Relative), Cancelled)).StatusCode);
        var file = await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}", Cancelled);
        Assert.Equal(["undone", "undone"], file.GetProperty("replies").EnumerateArray().Select(one => one.GetProperty("state").GetString()));
        Assert.Equal(["opened", "reply_held", "reply_returned", "reply_held", "reply_withdrawn"], file.GetProperty("history").EnumerateArray().Select(moment => moment.GetProperty("action").GetString()));
        Assert.Equal("Kinder, please.", file.GetProperty("history")[2].GetProperty("detail").GetString());

        var composer = await sue.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}/composer", Cancelled);
        Assert.False(composer.GetProperty("approval").GetBoolean());
        using var own = await sue.PostAsJsonAsync($"/api/v1/cases/{id}/reply", new { text = "We found it.", thread = composer.GetProperty("thread").GetString() }, Cancelled);
        Assert.Equal(JsonValueKind.String, (await own.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("sendsAt").ValueKind);
        Assert.Single(Village.Statuses);
    }

    private async Task KeysAsync() => (bob, sue) = (await Server.WithKeyAsync("triage,read"), await Server.WithKeyAsync("triage,read,approve"));

    private async Task<string> HeldAsync(long id, string text)
    {
        var composer = await bob.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}/composer", Cancelled);
        Assert.True(composer.GetProperty("approval").GetBoolean());
        using var written = await bob.PostAsJsonAsync($"/api/v1/cases/{id}/reply", new { text, thread = composer.GetProperty("thread").GetString() }, Cancelled);
        var answer = await written.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.Equal((HttpStatusCode.Accepted, JsonValueKind.Null), (written.StatusCode, answer.GetProperty("sendsAt").ValueKind));
        return answer.GetProperty("id").GetString()!;
    }

    private static async Task<HttpStatusCode> DoAsync(HttpClient client, long id, string reply, string what, object body)
    {
        using var answer = await client.PostAsJsonAsync($"/api/v1/cases/{id}/replies/{reply}/{what}", body, Cancelled);
        return answer.StatusCode;
    }

    private static async Task<int> CountAsync(HttpClient client, string view) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/cases", Cancelled)).GetProperty("counts").GetProperty(view).GetInt32();
}
