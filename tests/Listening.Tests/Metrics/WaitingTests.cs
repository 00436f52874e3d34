using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class WaitingTests(EngineFixture engine) : FactsTest(engine)
{
    [Fact]
    public async Task Who_waits_at_an_instant_opened_by_then_and_was_not_answered_called_done_or_deleted_by_then()
    {
        await Facts.AddAsync(
            Wait(-60 * 24 * 400), Wait(0, 10), Wait(5, 20), Wait(6) with { ResolvedAt = Noon.AddMinutes(15) }, Wait(7) with { CensoredAt = Noon.AddMinutes(21) },
            Wait(30), Wait(8) with { LeftOut = "spam" });
        async Task<long> At(double minutes) => (await AskAsync(About("backlog") with { AsOf = Noon.AddMinutes(minutes) })).N;
        long[] seen = [await At(-1), await At(0), await At(10.5), await At(16), await At(25), await At(30)];
        Assert.Equal([1, 2, 4, 3, 1, 2], seen);
        Assert.Equal(2, (await RowsAsync(About("backlog") with { AsOf = Noon.AddMinutes(30) })).Total);
    }

    [Fact]
    public async Task A_series_of_the_backlog_looks_at_the_end_of_each_bucket()
    {
        await Facts.AddAsync(Wait(-10), Wait(10, 60), Wait(70) with { Source = "mastodon" });
        var answer = await AskAsync(About("backlog") with { To = Noon.AddHours(3), Interval = Interval.Hour, AsOf = Noon.AddHours(2.5) });
        Assert.Equal([(0, 2L), (1, 2L), (2, 2L)], answer.Series.Select(point => ((int)(point.Bucket!.Value - Noon).TotalHours, point.N)));
        var groups = await AskAsync(About("backlog") with { To = Noon.AddHours(2), Interval = Interval.Hour, By = "source", AsOf = Noon.AddHours(2.5) });
        Assert.Equal(
            [(0, "mastodon", null, 0L), (0, "twitter", 2d, 2L), (1, "mastodon", 1d, 1L), (1, "twitter", 1d, 1L)],
            groups.Series.Select(point => ((int)(point.Bucket!.Value - Noon).TotalHours, point.Group!, point.Value, point.N)));
        Assert.Equal(2, groups.N);
    }

    [Fact]
    public async Task The_age_of_those_who_wait_has_its_median_its_ninety_percent_and_its_oldest()
    {
        await Facts.AddAsync([.. Enumerable.Range(1, 11).Select(i => Wait(-i)), Wait(-500, 1)]);
        var answer = await AskAsync(About("open_age") with { AsOf = Noon });
        Assert.Equal(360, answer.Value);
        Assert.Equal(600, answer.Beside["p90"]);
        Assert.Equal(660, answer.Beside["oldest"]);
        Assert.Equal(11, answer.N);
        Assert.Equal(60, (await RowsAsync(About("open_age") with { AsOf = Noon })).Items[0].Seconds);
    }

    [Fact]
    public async Task Nobody_waits_is_no_data()
    {
        var answer = await AskAsync("open_age");
        Assert.Null(answer.Value);
        Assert.Equal(0, answer.N);
        Assert.Null(answer.Beside["oldest"]);
    }

    [Fact]
    public async Task The_next_answers_are_those_after_the_first_of_the_episode_and_only_closed_ones()
    {
        await Facts.AddAsync(Wait(0, 1), Wait(10, 20) with { First = false }, Wait(50, 10) with { First = false }, Wait(90) with { First = false });
        var answer = await AskAsync("nrt");
        Assert.Equal(900, answer.Value);
        Assert.Equal(2, answer.N);
        Assert.Equal(1, (await AskAsync(About("nrt") with { AsOf = Noon.AddMinutes(59) })).N);
        Assert.Equal(["wait", "wait"], (await RowsAsync(About("nrt"))).Items.Select(row => row.Kind));
    }

    [Fact]
    public async Task The_age_and_number_in_a_series_are_those_asked_at_its_moments()
    {
        var random = new RandomFacts(12);
        var posts = random.Posts(120, Noon);
        await Facts.AddAsync(posts);
        await Facts.AddAsync(random.Waits(posts));
        foreach (var metric in new[] { "open_age", "backlog" })
        {
            var series = (await AskAsync(About(metric) with { Interval = Interval.Hour })).Series;
            Assert.Equal(24, series.Count);
            foreach (var point in series)
            {
                var moment = await AskAsync(About(metric) with { AsOf = point.Bucket!.Value.AddHours(1) });
                Assert.Equal((moment.Value, moment.N), (point.Value, point.N));
            }
        }
    }
}
