using System.Net.Http.Json;
using System.Text.Json;
using Listening.Collecting;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>The golden cases of who waits in which conversation, through the running program.</summary>
[Collection(SharedProgram.Name)]
public sealed class GoldenConversationsOfProgramTests(GoldenProgram program)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case_20_a_reply_by_parent_closes_one_of_two_waits_and_one_that_names_both_closes_both()
    {
        await program.SendAsync(
            program.Post("20", "1", "ana", 0), program.Post("20", "2", "bob", 1, "1"), program.Post("20", "3", "case20", 10, "1"),
            program.Post("20", "4", "eve", 0), program.Post("20", "5", "zoe", 1, "4"), program.Post("20", "6", "case20", 10, "4", names: ["eve", "zoe"]));

        var one = await program.WaitsAsync("20-1", waits => waits.Count == 2 && waits.Any(Closed));
        Assert.Equal([("ana", true), ("bob", false)], one.Select(wait => (wait.GetProperty("author").GetString(), Closed(wait))));
        var both = await program.WaitsAsync("20-4", waits => waits.Count == 2 && waits.All(Closed));
        Assert.Equal(["eve", "zoe"], both.Select(wait => wait.GetProperty("author").GetString()));
        Assert.Equal("bob", Assert.Single(await program.QueueAsync("20", 1)).GetProperty("case").GetProperty("handle").GetString());
    }

    [Fact]
    public async Task Case_21_a_post_that_names_two_brands_opens_two_waits_and_an_answer_nobody_asked_for_is_in_no_metric()
    {
        await program.SendAsync(
            program.Post("21", "1", "ana", 0, names: ["case21", "case21b"]), program.Post("21", "2", "case21", 10, "1"), program.Post("21", "3", "case21b", 30, "1"),
            program.Post("21", "4", "bob", 0, text: "What a day", names: []), program.Post("21", "5", "case21", 3, "4"));

        var waits = await program.WaitsAsync("21-1", waits => waits.Count == 2 && waits.All(Closed));
        Assert.Equal([("Case21", 10.0), ("Case21b", 30)], waits.OrderBy(wait => wait.GetProperty("brand").GetString())
            .Select(wait => (wait.GetProperty("brand").GetString(), (wait.GetProperty("closedAt").GetDateTimeOffset() - program.Start).TotalMinutes)));
        await program.ConversationAsync("21-4", found => found.GetProperty("posts").GetArrayLength() == 2 && found.GetProperty("waits").GetArrayLength() == 0);
        foreach (var (number, seconds) in new[] { ("21", 600.0), ("21b", 1800.0) })
        {
            var frt = await program.MetricAsync("frt", number);
            Assert.Equal((1, seconds), (frt.GetProperty("n").GetInt32(), frt.GetProperty("value").GetDouble()));
        }
    }

    [Fact]
    public async Task Case_22_a_viral_post_quoted_by_1000_people_is_1001_conversations()
    {
        var quotes = Enumerable.Range(1, 1000).Select(i => program.Post("22", $"q{i}", $"fan{i}", 1, text: "Look at that", names: [])).ToList();
        foreach (var quote in quotes) quote["quoteOf"] = "22-viral";
        await program.SendAsync([program.Post("22", "viral", "ana", 0, names: []), .. quotes]);

        foreach (var id in (string[])["22-q1000", "22-q500", "22-q1", "22-viral"])
            Assert.Equal(1, (await program.ConversationAsync(id, _ => true)).GetProperty("posts").GetArrayLength());
    }

    [Fact]
    public async Task Case_22_the_parent_of_siblings_arrives_with_a_parent_of_its_own_and_permalinks_and_cases_follow()
    {
        await program.SendAsync(program.Post("22", "root", "ana", 0));
        await program.SendAsync(program.Post("22", "3", "bob", 30, "parent"), program.Post("22", "4", "ana", 31, "parent"));
        var cases = await program.QueueAsync("22", 3);
        await program.ConversationAsync("22-parent", found => found.GetProperty("posts").GetArrayLength() == 2 && found.GetProperty("root").ValueKind == JsonValueKind.Null);

        await program.SendAsync(program.Post("22", "parent", "zoe", 20, "root", names: []));

        foreach (var permalink in (string[])["22-root", "22-parent", "22-3", "22-4"])
        {
            var after = await program.ConversationAsync(permalink, found => found.GetProperty("posts").GetArrayLength() == 4);
            Assert.Equal(["22-root", "22-parent", "22-3", "22-4"], after.GetProperty("posts").EnumerateArray().Select(post => post.GetProperty("identity").GetProperty("id").GetString()));
            Assert.Equal("mastodon/22-root", after.GetProperty("root").GetString());
        }

        // Ana had a case in each: the older goes on, and the other's address leads there.
        await program.PollAsync($"/api/v1/cases/{NumberOf(cases, "22-4")}?follow=false", found => found.GetProperty("case").GetProperty("mergedInto").ValueKind == JsonValueKind.Number);
        var left = await program.QueueAsync("22", 2);
        Assert.Single(left.Select(item => item.GetProperty("case").GetProperty("conversation").GetString()).Distinct());
        var (older, newer) = (NumberOf(cases, "22-root"), NumberOf(cases, "22-4"));
        var followed = await program.CaseAsync(newer);
        Assert.Equal((older, newer), (followed.GetProperty("case").GetProperty("id").GetInt64(), Assert.Single(followed.GetProperty("merged").EnumerateArray()).GetInt64()));
        var itself = (await program.Agent.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{newer}?follow=false", Cancelled)).GetProperty("case");
        Assert.Equal(("merged", older), (itself.GetProperty("outcome").GetString(), itself.GetProperty("mergedInto").GetInt64()));
    }

    [Fact]
    public async Task Case_23_an_instant_of_1998_makes_no_28_year_wait_and_one_of_2031_is_not_lost()
    {
        await program.SendAsync(
            program.Post("23", "old", "ana", 0, at: new(1998, 3, 1, 0, 0, 0, TimeSpan.Zero)), program.Post("23", "new", "bob", 0, at: new(2031, 3, 1, 0, 0, 0, TimeSpan.Zero)));
        var now = TimeProvider.System.GetUtcNow();
        var old = Assert.Single(await program.WaitsAsync("23-old", waits => waits.Count > 0)).GetProperty("openedAt").GetDateTimeOffset();
        var next = Assert.Single(await program.WaitsAsync("23-new", waits => waits.Count > 0)).GetProperty("openedAt").GetDateTimeOffset();
        Assert.Equal(PostedInstant.Tolerance, next - old);
        Assert.InRange(next, program.Start, now);
        foreach (var id in (string[])["23-old", "23-new"])
            Assert.True((await program.PollAsync($"/api/v1/posts/mastodon/{id}", _ => true)).GetProperty("current").GetProperty("clamped").GetBoolean());
    }

    [Theory]
    [InlineData("forth", new[] { 0, 1, 2, 0, 1 })]
    [InlineData("back", new[] { 2, 1, 0, 2, 2 })]
    public async Task Case_24_versions_in_either_order_or_twice_give_the_newest_text_and_a_deletion_absorbs_later_edits(string id, int[] order)
    {
        Dictionary<string, object?>[] versions =
        [
            program.Post("24", id, "ana", 0, text: "Text 0"), With(program.Post("24", id, "ana", 0, text: "Text 1"), "editedAt", 10), With(program.Post("24", id, "ana", 0, text: "Text 2"), "editedAt", 20),
        ];
        foreach (var i in order) await program.SendAsync(versions[i]);
        var found = await program.PollAsync($"/api/v1/posts/mastodon/24-{id}", found => found.GetProperty("versions").GetArrayLength() == 3 && found.GetProperty("current").GetProperty("text").GetString() == "Text 2 @case24");
        Assert.Equal(("Text 2 @case24", program.Start), (found.GetProperty("current").GetProperty("text").GetString(), found.GetProperty("current").GetProperty("postedAt").GetDateTimeOffset()));

        Dictionary<string, object?>[] end = [With(program.Post("24", id, "ana", 0), "deletedAt", 15), With(program.Post("24", id, "ana", 0, text: "Text 4"), "editedAt", 25)];
        foreach (var version in id == "back" ? end.Reverse() : end) await program.SendAsync(version);
        found = await program.PollAsync($"/api/v1/posts/mastodon/24-{id}", found => found.GetProperty("versions").GetArrayLength() == 5 && found.GetProperty("current").GetProperty("deletedAt").ValueKind == JsonValueKind.String);
        Assert.Equal(("", program.Start.AddMinutes(15)), (found.GetProperty("current").GetProperty("text").GetString(), found.GetProperty("current").GetProperty("deletedAt").GetDateTimeOffset()));
    }

    private Dictionary<string, object?> With(Dictionary<string, object?> post, string property, double minute)
    {
        post[property] = program.Start.AddMinutes(minute);
        return post;
    }

    private static bool Closed(JsonElement wait) => wait.GetProperty("closedAt").ValueKind == JsonValueKind.String;

    private static long NumberOf(List<JsonElement> cases, string post) =>
        cases.Select(item => item.GetProperty("case")).Single(one => one.GetProperty("postId").GetString() == post).GetProperty("id").GetInt64();
}
