using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class RaceTests(EngineFixture engine) : FactsTest(engine)
{
    private static SeededWait Race(double? ours, double? theirs, double opened = 0) => Wait(opened, ours * 60) with
    {
        RivalAt = theirs is { } hours ? Noon.AddMinutes(opened).AddHours(hours) : null,
    };

    private async Task<MetricAnswer> InTenDays(string metric) => await AskAsync(metric);

    /// <summary>Golden case 10.</summary>
    [Fact]
    public async Task A_competitor_at_12_min_and_we_at_40_min_is_competitor_first_with_a_margin_of_minus_28_min()
    {
        await Facts.AddAsync(Race(40 / 60.0, 12 / 60.0));
        Assert.Equal(1, (await InTenDays("race_competitor_first")).Value);
        var margin = await InTenDays("margin");
        Assert.Equal(-28 * 60, margin.Value);
        Assert.Equal(1, margin.N);
    }

    /// <summary>Golden case 10, second half: our reply was deleted.</summary>
    [Fact]
    public async Task Without_our_reply_it_is_competitor_only()
    {
        await Facts.AddAsync(Race(null, 12 / 60.0));
        Assert.Equal(1, (await InTenDays("race_competitor_only")).Value);
        var margin = await InTenDays("margin");
        Assert.Null(margin.Value);
        Assert.Equal(1, margin.Beside["others"]);
    }

    [Fact]
    public async Task Every_episode_has_one_outcome_and_each_count_says_among_how_many()
    {
        await Facts.AddAsync(
            Race(1, 2), Race(1, 1), Race(1, null), Race(72, null), Race(72.1, null), Race(2, 1), Race(80, 1), Race(null, 1), Race(null, 73),
            Race(null, null), Race(null, null, 60 * 23), Race(1, null) with { LeftOut = "not us" }, Race(1, 2) with { FirstBySilence = false });
        var answers = new Dictionary<string, MetricAnswer>();
        foreach (var metric in new[] { "race_own_first", "race_competitor_first", "race_competitor_only", "race_nobody", "race_open" })
            answers[metric] = await InTenDays(metric);
        Assert.Equal([4, 1, 2, 4, 0], answers.Values.Select(answer => answer.N));
        Assert.All(answers.Values, answer => Assert.Equal(11, answer.Of));
        Assert.Null(answers["race_open"].Value);
        Assert.Equal(1, answers["race_nobody"].LeftOut["not us"]);
        Assert.Equal(["competitor_only", "competitor_only"], (await RowsAsync(About("race_competitor_only"))).Items.Select(row => row.State!));
    }

    [Fact]
    public async Task The_young_are_not_decided_unless_we_answered_first()
    {
        await Facts.AddAsync(Race(1, null), Race(null, 1), Race(null, null), Race(3, 1));
        var asked = About("race_open") with { AsOf = Noon.AddHours(2) };
        Assert.Equal(3, (await AskAsync(asked)).N);
        Assert.Equal(1, (await AskAsync(asked with { Metric = "race_own_first" })).N);
        Assert.Equal(0, (await AskAsync(asked with { Metric = "race_competitor_first" })).N);
        // Exactly at 72 h it is over.
        Assert.Equal(0, (await AskAsync(asked with { AsOf = Noon.AddHours(72) })).N);
        Assert.Equal(1, (await AskAsync(asked with { Metric = "race_nobody", AsOf = Noon.AddHours(72) })).N);
    }

    [Fact]
    public async Task The_interception_rate_is_over_those_somebody_won_with_nobody_beside()
    {
        await Facts.AddAsync(Race(1, 2), Race(1, null), Race(2, 1), Race(null, 1), Race(null, null));
        var answer = await InTenDays("interception_rate");
        Assert.Equal(0.5, answer.Value);
        Assert.Equal(4, answer.N);
        Assert.Equal(0.2, answer.Beside["nobody"]);
        Assert.Equal(4, (await RowsAsync(About("interception_rate"))).Total);
    }

    [Fact]
    public async Task The_margin_is_the_plain_median_over_those_with_both_however_late()
    {
        await Facts.AddAsync(Race(1, 2), Race(4, 1), Race(100, 101), Race(1, null));
        var answer = await InTenDays("margin");
        Assert.Equal(3600, answer.Value);
        Assert.Equal(3, answer.N);
        Assert.Equal(1, answer.Beside["others"]);
        Assert.Equal([-10800, 3600, 3600], (await RowsAsync(About("margin"))).Items.Select(row => row.Seconds!.Value).Order());
    }

    [Fact]
    public async Task Without_a_registered_competitor_there_is_no_race()
    {
        await Facts.AddAsync(Race(2, 1));
        var metrics = Facts.Metrics([new() { Name = "Acme" }]);
        foreach (var id in new[] { "race_competitor_first", "interception_rate", "margin" })
        {
            var answer = await metrics.AnswerAsync(About(id), TestContext.Current.CancellationToken);
            Assert.Null(answer.Value);
            Assert.Equal(0, answer.N);
            Assert.Equal(0, (await metrics.RowsAsync(About(id), null, 10, TestContext.Current.CancellationToken)).Total);
        }
    }
}
