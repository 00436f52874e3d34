using Listening.Conversations;
using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class ResolvingTests(EngineFixture engine) : FactsTest(engine)
{
    [Fact]
    public async Task Times_to_resolve_are_of_turns_called_done_in_the_period_and_what_is_open_again_is_not_done()
    {
        await Facts.AddAsync(
            Turn("a", (0, WorkActKind.Answered), (10, WorkActKind.Resolved)),
            Turn("b", (30, WorkActKind.Resolved), (40, WorkActKind.Reopened), (50, WorkActKind.Resolved)),
            Turn("c", (20, WorkActKind.Resolved), (60, WorkActKind.Reopened)),
            Turn("d", (5, WorkActKind.Answered)));
        var first = await AskAsync("resolve_first");
        Assert.Equal((3, 1200.0), (first.N, first.Value));
        var full = await AskAsync("resolve_full");
        Assert.Equal((2, 1800.0, 1L), (full.N, full.Value, full.LeftOut["open again"]));
        // Seen a quarter of an hour after noon, only one is done.
        Assert.Equal((1, 600.0), Told(await AskAsync(About("resolve_full") with { AsOf = Noon.AddMinutes(15) })));
        Assert.Equal((0, null), Told(await AskAsync(About("resolve_first") with { From = Noon.AddDays(1), To = Noon.AddDays(2) })));
    }

    [Fact]
    public async Task Who_came_back_within_seven_days_is_counted_among_those_called_done_seven_days_ago()
    {
        const double Week = 7 * 24 * 60;
        await Facts.AddAsync(
            Turn("one answer", (5, WorkActKind.Answered), (10, WorkActKind.Resolved)),
            Turn("two answers", (5, WorkActKind.Answered), (6, WorkActKind.Answered), (10, WorkActKind.Resolved)),
            Turn("back on the seventh day", (5, WorkActKind.Answered), (10, WorkActKind.Resolved), (10 + Week, WorkActKind.Reopened)),
            Turn("back on the eighth", (5, WorkActKind.Answered), (10, WorkActKind.Resolved), (10.01 + Week, WorkActKind.Reopened)));
        Assert.Equal((4, 0.25), Told(await AskAsync("reopen_rate")));
        Assert.Equal((4, 0.5), Told(await AskAsync("one_touch")));
        var young = await AskAsync(About("reopen_rate") with { AsOf = Noon.AddDays(6) });
        Assert.Equal((0, null, 4L), (young.N, young.Value, young.LeftOut["too young"]));
    }

    [Fact]
    public async Task A_promise_is_kept_missed_or_not_due_yet_and_what_nobody_set_is_marked()
    {
        SeededWait Due(double opened, double? answered, double due) => Wait(opened, answered - opened) with { DueAt = Noon.AddMinutes(due) };
        await Facts.AddAsync(
            Due(0, 60, 60), Due(1, 61, 61) with { Target = "office" }, Due(2, 61, 62.001), Due(3, null, 63), Due(4, 100, 90), Due(5, null, 100_000), Due(6, 7, 100_000),
            Due(7, null, 60) with { CensoredAt = Noon.AddMinutes(50) }, Due(8, null, 60) with { CensoredAt = Noon.AddMinutes(70) },
            Due(9, 10, 60) with { First = false }, Due(9, null, 60) with { LeftOut = "spam" }, Wait(10, 11));
        var kept = await AskAsync("within_sla");
        Assert.Equal((7, 4 / 7.0, 6.0), (kept.N, kept.Value, kept.Beside["by_default"]));
        Assert.Equal((1L, 1L, 1L, 1L), (kept.LeftOut["not due yet"], kept.LeftOut["deleted"], kept.LeftOut["spam"], kept.LeftOut["no target"]));
        Assert.Equal((1, 1.0), Told(await AskAsync("within_sla_next")));
        var byTarget = await AskAsync(About("within_sla") with { By = "target" });
        Assert.Equal([("default", 6L), ("office", 1L)], byTarget.Series.Select(point => (point.Group!, point.N)).Order());
        Assert.Equal((0, null), Told(await AskAsync("within_sla_resolve")));
    }

    [Fact]
    public async Task Working_time_is_that_of_the_calendar_stored_with_the_wait_and_absent_without_one()
    {
        await Facts.AddAsync(
            Wait(0, 60) with { Terms = 1, Calendar = "office", OpenedWorked = 1_000, ClosedWorked = 1_801_000 }, Wait(1, 60));
        var answer = await AskAsync("frt_bh");
        Assert.Equal((1, 1800.0, 1L), (answer.N, answer.Value, answer.LeftOut["no calendar"]));
    }

    [Fact]
    public async Task An_unanswered_complaint_and_waiting_never_improve_a_promise()
    {
        var random = new Random(3);
        for (var round = 0; round < 5; round++)
        {
            var waits = Enumerable.Range(0, 12).Select(_ => Wait(random.Next(60), random.Next(3) == 0 ? null : random.Next(60, 200)) with { DueAt = Noon.AddMinutes(random.Next(60, 180)) }).ToList();
            await Facts.AddAsync(waits);
            var before = await AskAsync("within_sla");
            await Facts.AddAsync(Wait(random.Next(60)) with { DueAt = Noon.AddMinutes(random.Next(60, 180)) });
            var after = await AskAsync("within_sla");
            Assert.True(after.Value <= before.Value);
            Assert.Equal(before.N + 1, after.N);
        }
    }

    [Theory]
    [InlineData("frt_bh")]
    [InlineData("within_sla")]
    [InlineData("within_sla_next")]
    [InlineData("within_sla_resolve")]
    [InlineData("resolve_first")]
    [InlineData("resolve_full")]
    [InlineData("reopen_rate")]
    [InlineData("one_touch")]
    public async Task A_period_that_is_split_and_filters_that_part_it_add_up(string metric)
    {
        var random = new RandomFacts(12);
        var posts = random.Posts(150, Noon);
        await Facts.AddAsync(posts);
        await Facts.AddAsync([.. random.Waits(posts).Select(wait => wait with { OpenedWorked = 0, ClosedWorked = 1, CensoredWorked = 2, Calendar = "office", Terms = 1 })]);
        var whole = About(metric) with { To = Noon.AddDays(3), AsOf = Noon.AddDays(30) };
        var n = (await AskAsync(whole)).N;
        Assert.True(n > 5);
        var middle = Noon.AddHours(2);
        Assert.Equal(n, (await AskAsync(whole with { To = middle })).N + (await AskAsync(whole with { From = middle })).N);
        Assert.Equal(n, (await AskAsync(whole with { Filter = "source:twitter" })).N + (await AskAsync(whole with { Filter = "NOT source:twitter" })).N);
        Assert.Equal(n, (await AskAsync(whole with { By = "source" })).Series.Sum(point => point.N));
    }

    [Fact]
    public async Task Case_08_whoever_replied_has_the_credit_and_is_blamed_for_no_polling()
    {
        WorkAct Act(double minute, WorkActKind kind, string by, string to = "") => new(Noon.AddMinutes(minute), kind, by, to);
        await Facts.AddAsync(new SeededPost { Id = "a", PostedAt = Noon, Lag = TimeSpan.FromMinutes(5) });
        await Facts.AddAsync(
            Wait(0) with { Id = "a", Acts = [Act(1, WorkActKind.Assigned, "ben", "ben"), Act(15, WorkActKind.Replied, "cem"), Act(20, WorkActKind.Resolved, "ben")] },
            Wait(0) with { Id = "b", Acts = [Act(10, WorkActKind.Assigned, "ben", "cem"), Act(12, WorkActKind.Replied, "cem"), Act(13, WorkActKind.Replied, "ben")] },
            Wait(0) with { Id = "c", Acts = [Act(1, WorkActKind.Assigned, "ben", "ben"), Act(2, WorkActKind.Assigned, "ben", "")] });
        Assert.Equal([("cem", 1L)], ByAgent(await AskAsync("agent_load")));
        var replies = await AskAsync("agent_replies");
        Assert.Equal(2, replies.N);
        Assert.Equal([("ben", 1L), ("cem", 2L)], ByAgent(replies));
        Assert.Equal([("ben", 1L)], ByAgent(await AskAsync("agent_resolves")));
        // Seen at 5 and answered at 15; given at 10 and answered at 12.
        Assert.Equal((2, 360.0), Told(await AskAsync("agent_frt")));
        Assert.Equal(2, (await RowsAsync(About("agent_replies") with { By = "agent", Group = "cem" })).Items.Count);
    }

    [Fact]
    public async Task An_answer_to_what_came_in_after_it_has_no_time_of_an_agent_unless_it_was_given_to_them_before()
    {
        WorkAct Act(double minute, WorkActKind kind, string by, string to = "") => new(Noon.AddMinutes(minute), kind, by, to);
        await Facts.AddAsync(
            new SeededPost { Id = "imported", PostedAt = Noon, Lag = TimeSpan.FromDays(20) }, new SeededPost { Id = "given", PostedAt = Noon, Lag = TimeSpan.FromDays(20) },
            new SeededPost { Id = "answered here", PostedAt = Noon.AddDays(-20), Lag = TimeSpan.FromDays(20) });
        await Facts.AddAsync(Wait(0) with { Id = "imported", Acts = [Act(15, WorkActKind.Replied, "cem")] });
        var none = await AskAsync("agent_frt");
        Assert.Equal((0, null), Told(none));
        Assert.Equal(1, none.LeftOut["came in after its answer"]);
        Assert.Equal(1, (await AskAsync("agent_replies")).N);
        // What was imported first and answered then counts from its coming in.
        await Facts.AddAsync(
            Wait(0) with { Id = "given", Acts = [Act(10, WorkActKind.Assigned, "ben", "cem"), Act(13, WorkActKind.Replied, "cem")] },
            Wait(0) with { Id = "answered here", OpenedAt = Noon.AddDays(-20), Acts = [Act(5, WorkActKind.Replied, "ben")] });
        Assert.Equal((2, 240.0), Told(await AskAsync("agent_frt")));
    }

    private static IEnumerable<(string, long)> ByAgent(MetricAnswer answer) => answer.Series.Select(point => (point.Group!, point.N)).Order();

    private static (long N, double? Value) Told(MetricAnswer answer) => (answer.N, answer.Value);

    private static SeededWait Turn(string id, params (double Minute, WorkActKind Kind)[] acts) =>
        Wait(0) with { Id = id, Acts = [.. acts.Select(act => new WorkAct(Noon.AddMinutes(act.Minute), act.Kind))] };
}
