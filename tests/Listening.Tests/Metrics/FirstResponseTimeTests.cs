using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class FirstResponseTimeTests(EngineFixture engine) : FactsTest(engine)
{
    [Fact]
    public async Task No_data_is_no_number()
    {
        var answer = await AskAsync("frt");
        Assert.Null(answer.Value);
        Assert.Null(answer.GreaterThan);
        Assert.Equal(0, answer.N);
        Assert.Empty(answer.Series);
        Assert.Equal(0, (await RowsAsync(About("frt"))).Total);
    }

    [Fact]
    public async Task The_median_of_ten_with_five_answered_is_the_fifth_answer()
    {
        await Facts.AddAsync([.. Enumerable.Range(1, 10).Select(i => Wait(0, i <= 5 ? i : null))]);
        var answer = await AskAsync("frt");
        Assert.Equal(300, answer.Value);
        Assert.Equal(10, answer.N);
        Assert.Equal(5, answer.Beside["answered"]);
    }

    [Fact]
    public async Task A_curve_that_does_not_reach_one_half_says_greater_than_the_largest_observed_time()
    {
        await Facts.AddAsync(Wait(0, 5), Wait(60), Wait(120));
        var answer = await AskAsync("frt");
        Assert.Null(answer.Value);
        Assert.Equal((Later - Noon).TotalSeconds, answer.GreaterThan!.Value + 3600);
        Assert.Equal(3, answer.N);
    }

    [Fact]
    public async Task At_ties_answers_come_before_censorings()
    {
        // Two at 10 min: one answered, one deleted. The deleted one is still at risk: S = 3/4, then 1 of 2 answered at 20 min: S = 3/8.
        await Facts.AddAsync(
            Wait(0, 10), Wait(0) with { CensoredAt = Noon.AddMinutes(10) }, Wait(0, 20), Wait(0) with { CensoredAt = Noon.AddMinutes(30) });
        var answer = await AskAsync("frt");
        Assert.Equal(1200, answer.Value);
        Assert.Equal(2, answer.Beside["deleted"]);
    }

    [Fact]
    public async Task What_happened_after_the_instant_asked_for_is_not_known_yet()
    {
        await Facts.AddAsync(Wait(0, 10), Wait(0, 50), Wait(0) with { CensoredAt = Noon.AddMinutes(45) });
        var answer = await AskAsync(About("frt") with { AsOf = Noon.AddMinutes(30) });
        Assert.Null(answer.Value);
        Assert.Equal(1800, answer.GreaterThan);
        Assert.Equal(0, answer.Beside["deleted"]);
        Assert.Equal(3, answer.N);
        var rows = await RowsAsync(About("frt") with { AsOf = Noon.AddMinutes(30) });
        Assert.Equal(["answered", "open", "open"], rows.Items.Select(row => row.State!).Order());
        Assert.Equal([600, 1800, 1800], rows.Items.Select(row => row.Seconds!.Value).Order());
    }

    [Fact]
    public async Task Episodes_opened_after_the_instant_asked_for_are_not_there_yet()
    {
        await Facts.AddAsync(Wait(0, 10), Wait(40, 10));
        Assert.Equal(1, (await AskAsync(About("frt") with { AsOf = Noon.AddMinutes(30) })).N);
    }

    [Fact]
    public async Task The_period_takes_its_start_and_not_its_end()
    {
        await Facts.AddAsync(Wait(0, 1), Wait(24 * 60, 2), Wait((24 * 60) - (1 / 60_000.0), 3), Wait(-1 / 60_000.0, 4));
        Assert.Equal(2, (await AskAsync("frt")).N);
    }

    [Fact]
    public async Task Only_the_first_wait_of_an_episode_counts()
    {
        await Facts.AddAsync(Wait(0, 5), Wait(30, 60) with { First = false });
        var answer = await AskAsync("frt");
        Assert.Equal(300, answer.Value);
        Assert.Equal(1, answer.N);
    }

    [Fact]
    public async Task A_reply_earlier_than_its_post_took_no_time_and_is_counted_beside()
    {
        await Facts.AddAsync(Wait(0, 0) with { Skewed = true });
        var answer = await AskAsync("frt");
        Assert.Equal(0, answer.Value);
        Assert.Equal(1, answer.Beside["skewed"]);
    }

    [Fact]
    public async Task What_is_left_out_stands_beside_with_its_reason()
    {
        await Facts.AddAsync(Wait(0, 5), Wait(1) with { LeftOut = "not us" }, Wait(2) with { LeftOut = "not us" }, Wait(3) with { LeftOut = "spam" });
        var answer = await AskAsync("frt");
        Assert.Equal(1, answer.N);
        Assert.Equal(new Dictionary<string, long> { ["not us"] = 2, ["spam"] = 1 }, answer.LeftOut);
    }

    [Fact]
    public async Task Nine_in_ten_is_the_ninth_of_ten()
    {
        await Facts.AddAsync([.. Enumerable.Range(1, 10).Select(i => Wait(0, i))]);
        Assert.Equal(540, (await AskAsync("frt_p90")).Value);
    }

    [Fact]
    public async Task Answered_only_is_the_plain_median_of_the_answered()
    {
        await Facts.AddAsync(Wait(0, 10), Wait(0, 20), Wait(0), Wait(0), Wait(0));
        var answer = await AskAsync("frt_answered");
        Assert.Equal(900, answer.Value);
        Assert.Equal(2, answer.N);
        Assert.Equal(["answered", "answered"], (await RowsAsync(About("frt_answered"))).Items.Select(row => row.State!));
    }

    [Fact]
    public async Task The_period_before_is_followed_no_longer_than_this_one()
    {
        // Each day has one that opened an hour before its end and was answered after 3 h: an hour and a half after the end nobody knows that yet.
        var asked = About("frt") with { AsOf = Noon.AddDays(1).AddHours(1.5), ComparePrevious = true };
        await Facts.AddAsync(Wait(23 * 60, 180), Wait(-60, 180), Wait(-24 * 60, 30));
        var answer = await AskAsync(asked);
        Assert.Null(answer.Value);
        Assert.Equal(2.5 * 3600, answer.GreaterThan);
        Assert.NotNull(answer.Previous);
        Assert.Equal(2, answer.Previous.N);
        Assert.Equal(1800, answer.Previous.Value);
        Assert.Equal(asked.AsOf.AddDays(-1), answer.Previous.AsOf);
    }

    [Fact]
    public async Task A_brand_asked_for_leaves_the_others_out()
    {
        await Facts.AddAsync(Wait(0, 5), Wait(0, 9) with { Brand = "Acme Air" }, Wait(0, 1) with { Brand = "Rival", Own = false });
        Assert.Equal(2, (await AskAsync("frt")).N);
        Assert.Equal(540, (await AskAsync(About("frt") with { Brand = "Acme Air" })).Value);
    }

    [Fact]
    public async Task Groups_have_each_their_number_and_n()
    {
        await Facts.AddAsync(Wait(0, 5), Wait(0, 7) with { Source = "mastodon" }, Wait(0) with { Source = "mastodon" });
        var answer = await AskAsync(About("frt") with { By = "source" });
        Assert.Equal(
            [new MetricPoint(null, "mastodon", null, 420, 2), new MetricPoint(null, "twitter", null, 300, 1)], answer.Series);
        Assert.Equal(3, answer.N);
    }

    [Fact]
    public async Task Bands_hold_their_upper_border_and_the_unanswered()
    {
        await Facts.AddAsync(Wait(0, 15), Wait(0, 15.01), Wait(0, 60), Wait(0, 240), Wait(0, 480), Wait(0, 1440), Wait(0, 1441), Wait(0), Wait(0));
        var answer = await AskAsync("frt_distribution");
        Assert.Equal(9, answer.N);
        Assert.Equal(
            new Dictionary<string, long> { ["0–15 m"] = 1, ["15–60 m"] = 2, ["1–4 h"] = 1, ["4–8 h"] = 1, ["8–24 h"] = 1, ["over 24 h"] = 1, ["not answered"] = 2 },
            answer.Series.ToDictionary(point => point.Group!, point => point.N));
        Assert.Equal(2, (await RowsAsync(About("frt_distribution") with { By = "band", Group = "not answered" })).Total);
    }
}
