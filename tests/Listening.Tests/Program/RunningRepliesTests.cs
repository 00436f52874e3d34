using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Listening.Collecting.Pushing;
using Listening.Tests.Sources.Contract;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Answers of the running program, sent to a small Mastodon server.</summary>
public sealed class RunningRepliesTests : RepliesOfProgram
{
    [Fact]
    public async Task Case_08_an_answer_is_sent_once_whatever_is_cut_off_and_whoever_dies_and_counts_for_who_wrote_it()
    {
        var parent = await WriteAsync("ana", "My bag is gone @acme #train");
        var id = await OnlyAsync();
        using (var claimed = await Agent.PostAsync(new Uri($"/api/v1/cases/{id}/claim", UriKind.Relative), null, Cancelled)) Assert.Equal(HttpStatusCode.OK, claimed.StatusCode);
        var composer = await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}/composer", Cancelled);
        Assert.Equal((true, 500, "short_links", "@ana@example.org "), (composer.GetProperty("channel").GetBoolean(), composer.GetProperty("limit").GetInt32(), composer.GetProperty("counts").GetString(), composer.GetProperty("prefix").GetString()));

        // A neighbour writes while the agent types.
        await WriteAsync("nils", "Mine too #train", parent);
        using var bob = await Server.WithKeyAsync("triage,read");
        var moved = await ThreadAsync(id, composer.GetProperty("thread").GetString()!);
        using (var refused = await ReplyAsync(bob, id, "It is on its way, {name}.", composer.GetProperty("thread").GetString()!))
        {
            var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
            Assert.Equal((HttpStatusCode.Conflict, "urn:listening:problem:thread_changed", moved), (refused.StatusCode, problem.GetProperty("type").GetString(), problem.GetProperty("thread").GetString()));
            Assert.Contains("Mine too", Assert.Single(problem.GetProperty("posts").EnumerateArray()).GetProperty("text").GetString()!, StringComparison.Ordinal);
        }

        // What the village takes, it does not tell the first time.
        var cut = 0;
        Stub.Fault = (_, http, _) =>
        {
            if (http.Request.Method != "POST" || Interlocked.Increment(ref cut) > 1) return Task.FromResult(false);
            http.Abort();
            return Task.FromResult(true);
        };
        using (var written = await ReplyAsync(bob, id, "It is on its way, {name}.", moved, resolve: true))
        {
            Assert.Equal(HttpStatusCode.Accepted, written.StatusCode);
            Assert.Equal("It is on its way, ana.", (await written.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("text").GetString());
        }

        // Within the five seconds.
        Assert.Equal(2, Village.Statuses.Count);
        await RestartAsync();
        var reply = await UntilAsync(id, one => one.GetProperty("seenAt").ValueKind == JsonValueKind.String);
        Assert.Equal(("sent", true), (reply.GetProperty("state").GetString(), cut > 0));
        Assert.Equal(3, Village.Statuses.Count);
        var file = await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}", Cancelled);
        var (assignee, replier) = (file.GetProperty("case").GetProperty("assignee").GetString(), reply.GetProperty("by").GetString());
        Assert.NotEqual(assignee, replier);
        Assert.Equal(["opened", "claimed", "replied", "resolved"], file.GetProperty("history").EnumerateArray().Select(moment => moment.GetProperty("action").GetString()));
        Assert.Equal([replier, replier], file.GetProperty("history").EnumerateArray().TakeLast(2).Select(moment => moment.GetProperty("by").GetString()));
        Assert.Equal("answered_publicly", file.GetProperty("case").GetProperty("outcome").GetString());
        await AnsweredOnceAsync(parent, reply.GetProperty("post").GetProperty("id").GetString()!);
    }

    [Fact]
    public async Task An_answer_can_be_undone_and_what_cannot_be_sent_says_why()
    {
        await WriteAsync("ana", "My bag is gone @acme #train");
        var id = await OnlyAsync();
        var thread = (await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}/composer", Cancelled)).GetProperty("thread").GetString()!;
        foreach (var (text, version, kind) in new (string, string?, string?)[] { (" ", thread, null), (new string('x', 600), thread, null), ("Hi", null, null), ("Hi\u0007", thread, null), ("Hi", thread, "a joke") })
        {
            using var refused = await Agent.PostAsJsonAsync($"/api/v1/cases/{id}/reply", new { text, thread = version, kind }, Cancelled);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using (var huge = await Agent.PostAsJsonAsync($"/api/v1/cases/{id}/reply", new { text = new string('x', 1 << 20), thread }, Cancelled)) Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.StatusCode);
        using var written = await ReplyAsync(Agent, id, "On its way.", thread);
        var key = (await written.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("id").GetString();
        // Another one may be under way, which its writer does not know of.
        using (var second = await ReplyAsync(Agent, id, "On its way!", thread)) Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        using (var undone = await Agent.DeleteAsync(new Uri($"/api/v1/cases/{id}/replies/{key}", UriKind.Relative), Cancelled)) Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        using (var again = await Agent.DeleteAsync(new Uri($"/api/v1/cases/{id}/replies/{key}", UriKind.Relative), Cancelled)) Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);

        await PushAsync("reviews", "r1", "bert", "My bag is gone, train people");
        var other = await OnlyAsync("bert");
        var closed = await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{other}/composer", Cancelled);
        Assert.Equal((false, "No source that is set up here brings such posts, so nothing can be sent. Answer there.", "https://reviews.example/r1"),
            (closed.GetProperty("channel").GetBoolean(), closed.GetProperty("reason").GetString(), closed.GetProperty("link").GetString()));
        using var nowhere = await ReplyAsync(Agent, other, "Hi", closed.GetProperty("thread").GetString()!);
        Assert.Equal((HttpStatusCode.Conflict, "urn:listening:problem:no_channel"), (nowhere.StatusCode, (await nowhere.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("type").GetString()));
        Assert.Single(Village.Statuses);
    }

    [Fact]
    public async Task What_its_writer_says_an_answer_is_counts_as_a_persons_word()
    {
        var from = TimeProvider.System.GetUtcNow().AddHours(-1);
        await WriteAsync("ana", "My bag is gone @acme #train");
        var id = await OnlyAsync();
        var composer = await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}/composer", Cancelled);
        Assert.Contains("acknowledgement", composer.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()));
        // By its words it would be an answer in public.
        var words = "Your bag number 4711 stands in hall four behind the lift, desk 12, open until 22:00.";
        using (var written = await Agent.PostAsJsonAsync($"/api/v1/cases/{id}/reply", new { text = words, thread = composer.GetProperty("thread").GetString(), kind = "acknowledgement" }, Cancelled))
            Assert.Equal(HttpStatusCode.Accepted, written.StatusCode);
        var reply = await UntilAsync(id, one => one.GetProperty("seenAt").ValueKind == JsonValueKind.String);
        Assert.Equal("acknowledgement", reply.GetProperty("kind").GetString());
        var sent = Uri.EscapeDataString(reply.GetProperty("post").GetProperty("id").GetString()!);
        while (true)
        {
            // The post is there a moment before its facts and its label.
            using var told = await Agent.GetAsync(new Uri($"/api/v1/posts/mastodon/{sent}", UriKind.Relative), Cancelled);
            var labels = told.IsSuccessStatusCode ? (await told.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("labels").EnumerateArray().ToList() : [];
            if (labels.Any(one => (one.GetProperty("task").GetString(), one.GetProperty("value").GetString(), one.GetProperty("byPerson").GetBoolean(), one.GetProperty("model").GetString())
                == ("answer_kind", "acknowledgement", true, reply.GetProperty("by").GetString()))) break;
            await Task.Delay(50, Cancelled);
        }


        // It ends the wait, is counted as what it is, and helps nobody yet.
        var period = $"from={Uri.EscapeDataString(from.UtcDateTime.ToString("O"))}&to={Uri.EscapeDataString(from.AddHours(2).UtcDateTime.ToString("O"))}";
        while (true)
        {
            var kinds = await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/answer_kind?{period}", Cancelled);
            if (kinds.GetRawText().Contains("acknowledgement", StringComparison.Ordinal)) break;
            await Task.Delay(50, Cancelled);
        }

        var (first, helpful) = (await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/frt?{period}", Cancelled), await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/first_helpful?{period}", Cancelled));
        Assert.Equal((1, 0), (AnsweredOf(first), AnsweredOf(helpful)));

        static int AnsweredOf(JsonElement answer) => answer.GetProperty("beside").GetProperty("answered").GetInt32();
    }

    [Fact]
    public async Task What_happens_to_a_case_is_sent_signed_and_what_people_inside_say_is_brought_back()
    {
        const string Secret = "a-secret-of-the-webhook";
        var (chat, heard, refused) = (new ChatRoom(), new List<JsonElement>(), 0);
        Stub.Answer = request => request.Path.StartsWithSegments("/chat", StringComparison.Ordinal) ? chat.Answer(request)
            : request.Path != "/hook" ? new("", Status: 404)
            : Interlocked.Increment(ref refused) == 1 ? new("", Status: 500) : Hear(request);
        using (var set = await Agent.PutAsJsonAsync("/api/v1/admin/case-webhook", new { url = new Uri(Stub.Address, "hook"), secret = Secret }, Cancelled)) Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        var settings = new { address = new Uri(Stub.Address, "chat/"), token = ConnectorStub.Secret, channels = $"{MattermostStub.Channel} support" };
        using var added = await Agent.PostAsJsonAsync("/api/v1/admin/sources", new { name = "chat", kind = "mattermost", settings }, Cancelled);
        var source = (await added.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("id").GetString();
        await WriteAsync("ana", "My bag is gone @acme #train");
        var id = await OnlyAsync();

        foreach (var url in new[] { "http://t.example/1", "javascript:alert(1)", "https://me:secret@t.example/", "", new string('x', 3000) })
        {
            using var faulty = await Agent.PutAsJsonAsync($"/api/v1/cases/{id}/ticket", new { url }, Cancelled);
            Assert.Equal(HttpStatusCode.BadRequest, faulty.StatusCode);
        }

        using (var linked = await Agent.PutAsJsonAsync($"/api/v1/cases/{id}/ticket", new { url = "https://t.example/1" }, Cancelled)) Assert.Equal(HttpStatusCode.OK, linked.StatusCode);
        using (var nobody = await Agent.PostAsJsonAsync($"/api/v1/cases/{id}/ask", new { text = "Where?", source = "ours" }, Cancelled)) Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
        using (var asked = await Agent.PostAsJsonAsync($"/api/v1/cases/{id}/ask", new { text = "Where do lost bags go?", source = "chat" }, Cancelled)) Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await CaseAsync(id, file => file.GetProperty("questions")[0].GetProperty("state").GetString() == "asked");
        chat.Answer("Hall four, behind the lift.");
        using (var run = await Agent.PostAsync(new Uri($"/api/v1/admin/sources/{source}/run", UriKind.Relative), null, Cancelled)) Assert.Equal(HttpStatusCode.Accepted, run.StatusCode);
        // The history is read before the questions: it may tell of the answer one look later.
        var file = await CaseAsync(id, file => file.GetProperty("questions")[0].GetProperty("state").GetString() == "answered" && file.GetProperty("history").GetArrayLength() >= 4);
        Assert.Equal(("Hall four, behind the lift.", "di", "https://t.example/1"),
            (file.GetProperty("questions")[0].GetProperty("answer").GetString(), file.GetProperty("questions")[0].GetProperty("answeredBy").GetString(), file.GetProperty("ticket").GetProperty("url").GetString()));
        Assert.Equal(["opened", "linked", "asked", "answered_inside"], file.GetProperty("history").EnumerateArray().Select(moment => moment.GetProperty("action").GetString()));

        while (heard.Count < 4) await Task.Delay(50, Cancelled);
        Assert.Equal(["opened", "linked", "asked", "answered_inside"], heard.Select(one => one.GetProperty("action").GetString()));
        Assert.Equal(4, heard.Select(one => one.GetProperty("id").GetString()).Distinct().Count());

        StubAnswer Hear(HttpRequest request)
        {
            using var body = new MemoryStream();
            request.Body.CopyTo(body);
            Assert.True(SignedBody.IsRight(Secret, "v1", request.Headers["X-Listening-Timestamp"], body.ToArray(), request.Headers["X-Listening-Signature"], TimeProvider.System.GetUtcNow()));
            heard.Add(JsonSerializer.Deserialize<JsonElement>(body.ToArray()));
            return new("", Status: 204);
        }
    }

    private async Task<JsonElement> CaseAsync(long id, Func<JsonElement, bool> holds)
    {
        while (true)
        {
            var file = await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}", Cancelled);
            if (holds(file)) return file;
            await Task.Delay(50, Cancelled);
        }
    }

    private static Task<HttpResponseMessage> ReplyAsync(HttpClient client, long id, string text, string thread, bool resolve = false) =>
        client.PostAsJsonAsync($"/api/v1/cases/{id}/reply", new { text, thread, resolve }, Cancelled);

    private async Task<string> ThreadAsync(long id, string before)
    {
        while (true)
        {
            var version = (await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}/composer", Cancelled)).GetProperty("thread").GetString()!;
            if (version != before) return version;
            await Task.Delay(50, Cancelled);
        }
    }

    private async Task AnsweredOnceAsync(string parent, string reply)
    {
        while (true)
        {
            var conversation = await Agent.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/mastodon/{Uri.EscapeDataString(parent)}", Cancelled);
            var ours = conversation.GetProperty("posts").EnumerateArray().Where(post => post.GetProperty("party").GetString() == "own").ToList();
            var wait = conversation.GetProperty("waits").EnumerateArray().Single(one => one.GetProperty("author").GetString() == "https://example.org/users/ana");
            if (ours.Count > 0 && wait.GetProperty("closedBy").ValueKind != JsonValueKind.Null)
            {
                Assert.Equal(reply, Assert.Single(ours).GetProperty("identity").GetProperty("id").GetString());
                Assert.Equal(ours[0].GetProperty("key").GetString(), wait.GetProperty("closedBy").GetString());
                return;
            }

            await Task.Delay(50, Cancelled);
        }
    }
}
