using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>The golden cases of the metric definitions through the running program: posts come in over HTTP, and what is told of them is what metrics, conversations and queues say.</summary>
[Collection(SharedProgram.Name)]
public sealed class GoldenCasesOfProgramTests(GoldenProgram program)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case_02_on_our_own_root_post_the_clock_starts_at_the_customers_post()
    {
        await program.SendAsync(program.Post("02", "1", "case02", 0), program.Post("02", "2", "ana", 10, "1"), program.Post("02", "3", "case02", 25, "2"));
        await program.WaitsAsync("02-1", IsClosed);

        var frt = await program.MetricAsync("frt", "02");
        Assert.Equal((900, 1), (frt.GetProperty("value").GetDouble(), frt.GetProperty("n").GetInt32()));
    }

    [Fact]
    public async Task Case_10_a_competitor_was_first_by_28_minutes_and_alone_when_our_reply_is_gone()
    {
        // Races are decided after three days.
        var from = program.Start.AddDays(-4);
        var ours = program.Post("10", "3", "case10", 0, "1", at: from.AddMinutes(40));
        await program.SendAsync([program.Post("10", "1", "ana", 0, at: from), program.Post("10", "2", "bolt", 0, "1", at: from.AddMinutes(12)), ours], "backfill");
        await program.WaitsAsync("10-1", IsClosed);
        var margin = await program.MetricAsync("margin", "10");
        Assert.Equal((-28 * 60, 1, 1), (margin.GetProperty("value").GetDouble(), margin.GetProperty("n").GetInt32(), await program.CountAsync("race_competitor_first", "10")));

        ours["deletedAt"] = from.AddMinutes(41);
        await program.SendAsync([ours], "backfill");
        await program.WaitsAsync("10-1", waits => waits.Count == 1 && Is(waits[0], "closedAt", JsonValueKind.Null));
        Assert.Equal((0, 1, JsonValueKind.Null),
            (await program.CountAsync("race_competitor_first", "10"), await program.CountAsync("race_competitor_only", "10"), (await program.MetricAsync("margin", "10")).GetProperty("value").ValueKind));
    }

    [Fact]
    public async Task Case_11_the_author_replying_to_themself_is_no_answer()
    {
        await program.SendAsync(program.Post("11", "1", "ana", 0), program.Post("11", "2", "ana", 5, "1"));
        var wait = Assert.Single(await program.WaitsAsync("11-2", waits => waits.Count > 0));
        Assert.Equal((JsonValueKind.Null, program.Start), (wait.GetProperty("closedAt").ValueKind, wait.GetProperty("openedAt").GetDateTimeOffset()));
        Assert.Equal(1, await program.CountAsync("backlog", "11"));
    }

    [Fact]
    public async Task Case_12_our_reply_imported_late_closes_the_wait_in_retrospect_and_takes_the_case_out_of_the_queue()
    {
        await program.SendAsync(program.Post("12", "1", "ana", 0));
        await program.QueueAsync("12", 1, "due_soon");

        await program.SendAsync([program.Post("12", "2", "case12", 20, "1")], "backfill");

        await program.QueueAsync("12", 0, "due_soon");
        Assert.Empty(await program.QueueAsync("12"));
        Assert.Equal(1200, (await program.MetricAsync("frt", "12")).GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Case_13_one_post_found_by_two_queries_and_reposted_once_is_one_complaint()
    {
        var (complaint, repost) = (program.Post("13", "1", "ana", 0), program.Post("13", "2", "bob", 1));
        repost["repostOf"] = "13-1";
        await program.SendAsync(complaint);
        var again = await program.SendAsync(complaint, repost);
        Assert.Equal((1, 1), (again.GetProperty("accepted").GetInt32(), again.GetProperty("duplicates").GetInt32()));

        await program.PollAsync("/api/v1/posts/mastodon/13-2", _ => true);
        Assert.Single(await program.QueueAsync("13", 1));
        Assert.Equal(1, (await program.MetricAsync("frt", "13")).GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task Case_14_no_data_is_no_number()
    {
        foreach (var metric in (string[])["frt", "frt_answered", "response_rate", "margin", "interception_rate"])
        {
            var answer = await program.MetricAsync(metric, "14", "&within=1h");
            Assert.Equal((metric, JsonValueKind.Null, 0), (metric, answer.GetProperty("value").ValueKind, answer.GetProperty("n").GetInt32()));
        }
    }

    [Fact]
    public async Task Case_15_of_ten_posts_half_an_hour_old_none_is_in_the_response_rate_of_an_hour()
    {
        var at = program.Start.AddMinutes(150);
        await program.SendAsync([
            .. Enumerable.Range(1, 10).Select(i => program.Post("15", $"{i}", $"ana{i}", 0, at: at)),
            .. Enumerable.Range(1, 3).Select(i => program.Post("15", $"a{i}", "case15", 0, $"{i}", at: at.AddMinutes(5))),
        ]);
        await program.QueueAsync("15", 7);

        var rate = await program.MetricAsync("response_rate", "15", "&within=1h");
        Assert.Equal((JsonValueKind.Null, 0, 10),
            (rate.GetProperty("value").ValueKind, rate.GetProperty("n").GetInt32(), rate.GetProperty("leftOut").GetProperty("too young").GetInt32()));
    }

    [Fact]
    public async Task Case_16_a_brand_outside_the_registry_answers_and_the_wait_goes_on()
    {
        var stranger = program.Post("16", "2", "zeta", 5, "1", names: []);
        stranger["author"] = new Dictionary<string, object?> { ["id"] = "zeta", ["handle"] = "zeta", ["brand"] = true };
        await program.SendAsync(program.Post("16", "1", "ana", 0), stranger);

        var found = await program.ConversationAsync("16-1", found => found.GetProperty("posts").GetArrayLength() == 2 && found.GetProperty("waits").GetArrayLength() > 0);
        Assert.Equal("other_brand", found.GetProperty("posts")[1].GetProperty("party").GetString());
        var wait = Assert.Single(found.GetProperty("waits").EnumerateArray());
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (wait.GetProperty("closedAt").ValueKind, wait.GetProperty("rivalAt").ValueKind));
    }

    [Fact]
    public async Task Case_17_a_machine_first_and_a_person_later_the_answer_is_the_persons()
    {
        var machine = program.Post("17", "2", "case17", 0.1, "1");
        machine["author"] = new Dictionary<string, object?> { ["id"] = "case17", ["handle"] = "case17", ["bot"] = true };
        await program.SendAsync(program.Post("17", "1", "ana", 0), machine, program.Post("17", "3", "case17", 90, "1"));

        var wait = Assert.Single(await program.WaitsAsync("17-1", IsClosed));
        Assert.Equal((program.Start.AddMinutes(90), program.Start.AddSeconds(6)), (wait.GetProperty("closedAt").GetDateTimeOffset(), wait.GetProperty("automatedAt").GetDateTimeOffset()));
        Assert.Equal(5400, (await program.MetricAsync("frt", "17")).GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Case_18_an_edited_complaint_keeps_its_first_instant_shows_the_newest_text_and_keeps_both_versions()
    {
        var post = program.Post("18", "1", "ana", 0, text: "My parcel is lost");
        await program.SendAsync(post);
        await program.QueueAsync("18", 1);
        (post["text"], post["editedAt"]) = ("My parcel is found @case18", program.Start.AddMinutes(30));
        await program.SendAsync(post);

        var found = await program.PollAsync("/api/v1/posts/mastodon/18-1", found => found.GetProperty("versions").GetArrayLength() == 2 && found.GetProperty("current").GetProperty("editedAt").ValueKind == JsonValueKind.String);
        Assert.Equal(("My parcel is found @case18", program.Start),
            (found.GetProperty("current").GetProperty("text").GetString(), found.GetProperty("current").GetProperty("postedAt").GetDateTimeOffset()));
        Assert.Equal(program.Start, Assert.Single(await program.WaitsAsync("18-1", waits => waits.Count > 0)).GetProperty("openedAt").GetDateTimeOffset());
        await program.PollAsync("/api/v1/cases?limit=200", page => page.GetProperty("items").EnumerateArray().Any(item =>
            item.GetProperty("case").GetProperty("postId").GetString() == "18-1" && item.GetProperty("case").GetProperty("snippet").GetString() == "My parcel is found @case18"));
    }

    [Fact]
    public async Task Case_19_a_deleted_complaint_leaves_the_backlog_its_timing_stays_and_its_text_goes()
    {
        var post = program.Post("19", "1", "ana", 0, text: "My parcel is lost");
        await program.SendAsync(post);
        await program.QueueAsync("19", 1);
        Assert.Equal(1, await program.CountAsync("backlog", "19"));
        post["deletedAt"] = program.Start.AddMinutes(45);
        await program.SendAsync(post);

        await program.QueueAsync("19", 0);
        var wait = Assert.Single(await program.WaitsAsync("19-1", waits => waits.Count > 0));
        Assert.Equal((program.Start, program.Start.AddMinutes(45)), (wait.GetProperty("openedAt").GetDateTimeOffset(), wait.GetProperty("censoredAt").GetDateTimeOffset()));
        Assert.Equal(0, await program.CountAsync("backlog", "19"));
        Assert.DoesNotContain("parcel", await program.Agent.GetStringAsync(new Uri("/api/v1/posts/mastodon/19-1", UriKind.Relative), Cancelled), StringComparison.Ordinal);
    }

    private static bool IsClosed(List<JsonElement> waits) => waits.Count == 1 && Is(waits[0], "closedAt", JsonValueKind.String);

    private static bool Is(JsonElement wait, string property, JsonValueKind kind) => wait.GetProperty(property).ValueKind == kind;
}
