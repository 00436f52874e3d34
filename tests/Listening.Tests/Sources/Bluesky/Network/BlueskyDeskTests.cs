using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Listening.Tests.Program;
using Xunit;

namespace Listening.Tests.Sources.Bluesky.Network;

/// <summary>Customers of Bluesky's own servers are answered by an agent of the running program.</summary>
public sealed class BlueskyDeskTests(BlueskyNetwork network) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryDirectory directory = new();
    private readonly CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private CancellationToken Cancelled => patience.Token;

    public async ValueTask InitializeAsync() => await network.ReadyAsync();

    public ValueTask DisposeAsync()
    {
        patience.Dispose();
        directory.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Two_customers_on_the_network_are_answered_from_the_desk_once_each_though_an_answer_of_the_server_is_cut_off()
    {
        var (brand, neighbour, ana, bert) = (await network.UserAsync("acmedesk"), await network.UserAsync("neighbour"), await network.UserAsync("ana"), await network.UserAsync("bert"));
        await using var proxy = await FaultProxy.StartAsync(network.Address);
        // What comes of the first post is lost, and so is the answer to the question whether it arrived.
        var lost = new List<string>();
        proxy.IsLost = (method, _) =>
        {
            lock (lost)
            {
                var strikes = (method, lost.Count) is ("com.atproto.repo.createRecord", 0) or ("com.atproto.repo.getRecord", 1);
                if (strikes) lost.Add(method);
                return Task.FromResult(strikes);
            }
        };
        patience.CancelAfter(Patience);
        await using var server = await RunningServer.StartAsync(
            directory.Path,
            new Dictionary<string, string>
            {
                ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = $"bluesky:{brand.Handle}", ["LISTENING__Brands__0__Watch__0"] = "zarfdesk",
                ["LISTENING__Storage__MinimumFree"] = "0", ["LISTENING__Sources__AllowedNetworks"] = "127.0.0.0/8",
            },
            Cancelled);
        using var agent = await server.WithKeyAsync("triage,read,admin");
        var settings = new { handle = brand.Handle, password = BlueskyUser.Password, service = proxy.Address };
        using var added = await agent.PostAsJsonAsync("/api/v1/admin/sources", new { name = "ours", kind = "bluesky", settings }, Cancelled);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var source = (await added.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("id").GetString();

        // What a first run brings is the past, of which nobody makes cases.
        while ((await agent.GetFromJsonAsync<JsonElement>("/api/v1/triage", Cancelled)).GetProperty("sources").EnumerateArray().All(one => one.GetProperty("succeeded").ValueKind == JsonValueKind.Null))
            await Task.Delay(100, Cancelled);
        var roots = new[] { await neighbour.PostAsync("How was your journey? zarfdesk"), await neighbour.PostAsync("And yours? zarfdesk") };
        var asked = new[] { await ana.ReplyAsync("My bag is gone and nobody helps me. zarfdesk", roots[0], roots[0]), await bert.ReplyAsync("My seat was broken, I am angry. zarfdesk", roots[1], roots[1]) };
        foreach (var (uri, _) in asked) await ana.ShownAsync(uri);
        var ids = new List<long>();
        foreach (var (uri, _) in asked) ids.Add(await CaseAsync(agent, source!, uri));
        // Nothing is to come into a thread between reading and sending.
        for (var at = 0; at < asked.Length; at++) await UntilAsync(agent, asked[at].Uri, talk => talk.GetProperty("posts").EnumerateArray().Any(post => Id(post) == roots[at].Uri));
        foreach (var id in ids) await ReplyAsync(agent, id, $"We look for it now, case {id}.");

        for (var at = 0; at < ids.Count; at++)
        {
            var reply = await SeenAsync(agent, ids[at]);
            var ours = reply.GetProperty("post").GetProperty("id").GetString()!;
            var talk = await UntilAsync(agent, asked[at].Uri, one => WaitOf(one, asked[at].Uri).GetProperty("closedBy").ValueKind != JsonValueKind.Null);
            var known = Assert.Single(talk.GetProperty("posts").EnumerateArray(), post => Id(post) == ours);
            Assert.Equal("own", known.GetProperty("party").GetString());
            Assert.Equal(known.GetProperty("key").GetString(), WaitOf(talk, asked[at].Uri).GetProperty("closedBy").GetString());

            // As anybody sees it there.
            await ana.ShownAsync(ours);
            var thread = (await ana.AskAsync($"app.bsky.feed.getPostThread?uri={Uri.EscapeDataString(asked[at].Uri)}")).GetProperty("thread");
            var there = Assert.Single(thread.GetProperty("replies").EnumerateArray()).GetProperty("post");
            var place = there.GetProperty("record").GetProperty("reply");
            Assert.Equal(
                (ours, brand.Did, $"We look for it now, case {ids[at]}.", roots[at].Uri, asked[at].Uri),
                (there.GetProperty("uri").GetString(), there.GetProperty("author").GetProperty("did").GetString(), there.GetProperty("record").GetProperty("text").GetString(),
                    place.GetProperty("root").GetProperty("uri").GetString(), place.GetProperty("parent").GetProperty("uri").GetString()));
        }

        Assert.Equal(["com.atproto.repo.createRecord", "com.atproto.repo.getRecord"], lost);
        Assert.Equal(2, proxy.Count("com.atproto.repo.createRecord"));
        Assert.Equal(2, (await ana.AskAsync($"app.bsky.feed.getAuthorFeed?actor={brand.Did}")).GetProperty("feed").GetArrayLength());
    }

    private static string? Id(JsonElement post) => post.GetProperty("identity").GetProperty("id").GetString();

    // The only wait that this post opened.
    private static JsonElement WaitOf(JsonElement talk, string uri)
    {
        var asked = talk.GetProperty("posts").EnumerateArray().Single(post => Id(post) == uri).GetProperty("key").GetString();
        return talk.GetProperty("waits").EnumerateArray().Single(wait => wait.GetProperty("opener").GetString() == asked);
    }

    private async Task<long> CaseAsync(HttpClient agent, string source, string uri)
    {
        while (true)
        {
            (await agent.PostAsync(new Uri($"/api/v1/admin/sources/{source}/run", UriKind.Relative), null, Cancelled)).Dispose();
            foreach (var item in (await agent.GetFromJsonAsync<JsonElement>("/api/v1/cases?view=needs_answer", Cancelled)).GetProperty("items").EnumerateArray())
                if (item.GetProperty("case").GetProperty("postId").GetString() == uri) return item.GetProperty("case").GetProperty("id").GetInt64();
            await Task.Delay(500, Cancelled);
        }
    }

    private async Task<JsonElement> UntilAsync(HttpClient agent, string uri, Func<JsonElement, bool> holds)
    {
        while (true)
        {
            var talk = await agent.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/bluesky/{Uri.EscapeDataString(uri)}", Cancelled);
            if (holds(talk)) return talk;
            await Task.Delay(500, Cancelled);
        }
    }

    // A thread that went on since it was read is read again, as an agent would.
    private async Task ReplyAsync(HttpClient agent, long id, string text)
    {
        while (true)
        {
            var composer = await agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}/composer", Cancelled);
            Assert.Equal((true, 300, "graphemes"), (composer.GetProperty("channel").GetBoolean(), composer.GetProperty("limit").GetInt32(), composer.GetProperty("counts").GetString()));
            using var written = await agent.PostAsJsonAsync($"/api/v1/cases/{id}/reply", new { text, thread = composer.GetProperty("thread").GetString() }, Cancelled);
            if (written.StatusCode == HttpStatusCode.Accepted) return;
            Assert.Equal(HttpStatusCode.Conflict, written.StatusCode);
        }
    }

    private async Task<JsonElement> SeenAsync(HttpClient agent, long id)
    {
        while (true)
        {
            var reply = Assert.Single((await agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}", Cancelled)).GetProperty("replies").EnumerateArray());
            Assert.DoesNotContain(reply.GetProperty("state").GetString(), new[] { "refused", "failed" });
            if (reply.GetProperty("seenAt").ValueKind == JsonValueKind.String) return reply;
            await Task.Delay(100, Cancelled);
        }
    }
}
