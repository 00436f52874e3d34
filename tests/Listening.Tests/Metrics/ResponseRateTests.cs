using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class ResponseRateTests(EngineFixture engine) : FactsTest(engine)
{
    /// <summary>Golden case 15.</summary>
    [Fact]
    public async Task Ten_posts_half_an_hour_old_of_which_three_are_answered_are_too_young_for_a_rate_within_an_hour()
    {
        await Facts.AddAsync([.. Enumerable.Range(0, 10).Select(i => Wait(0, i < 3 ? 10 : null))]);
        var answer = await AskAsync(About("response_rate") with { Within = TimeSpan.FromHours(1), AsOf = Noon.AddMinutes(30) });
        Assert.Null(answer.Value);
        Assert.Equal(0, answer.N);
        Assert.Equal(10, answer.LeftOut["too young"]);
        Assert.Equal(0, (await RowsAsync(About("response_rate") with { AsOf = Noon.AddMinutes(30) })).Total);
    }

    [Fact]
    public async Task The_hour_itself_is_within_the_hour_and_an_hour_old_is_old_enough()
    {
        await Facts.AddAsync(Wait(0, 60), Wait(0, 60 + (1 / 60_000.0)), Wait(1, 2));
        var answer = await AskAsync(About("response_rate") with { Within = TimeSpan.FromHours(1), AsOf = Noon.AddHours(1) });
        Assert.Equal(0.5, answer.Value);
        Assert.Equal(2, answer.N);
        Assert.Equal(1, answer.LeftOut["too young"]);
    }

    [Fact]
    public async Task A_deleted_one_was_not_answered_and_stands_beside()
    {
        await Facts.AddAsync(Wait(0, 10), Wait(0) with { CensoredAt = Noon.AddMinutes(5) });
        var answer = await AskAsync("response_rate");
        Assert.Equal(0.5, answer.Value);
        Assert.Equal(1, answer.Beside["deleted"]);
    }

    [Fact]
    public async Task Rows_say_whether_they_hit()
    {
        await Facts.AddAsync(Wait(0, 10), Wait(1, 70), Wait(2));
        var rows = await RowsAsync(About("response_rate"));
        Assert.Equal([("open", false), ("answered", false), ("answered", true)], rows.Items.Select(row => (row.State!, (bool)row.Values["hit"]!)));
    }

    [Fact]
    public async Task Competitors_are_measured_by_posts_alone_and_an_own_brand_asked_for_leaves_them_whole()
    {
        await Facts.AddAsync(
            Wait(0, 1), Wait(0, 30) with { Brand = "Rival", Own = false, First = false }, Wait(0) with { Brand = "Other", Own = false },
            Wait(0, 5) with { Brand = "Other", Own = false, FirstBySilence = false });
        Assert.Equal(0.5, (await AskAsync(About("competitor_response_rate") with { Brand = "Acme" })).Value);
        Assert.Equal(1.0, (await AskAsync(About("competitor_response_rate") with { Brand = "Rival" })).Value);
        var answer = await AskAsync(About("competitor_frt") with { By = "brand" });
        Assert.Equal(2, answer.N);
        Assert.Equal(1800, answer.Value);
        Assert.Equal([("Other", null, 1L), ("Rival", 1800, 1L)], answer.Series.Select(point => (point.Group!, point.Value, point.N)));
    }

    [Fact]
    public async Task Without_a_registered_competitor_there_is_none_to_measure()
    {
        await Facts.AddAsync(Wait(0, 30) with { Brand = "Rival", Own = false });
        var answer = await Facts.Metrics([new() { Name = "Acme" }]).AnswerAsync(About("competitor_frt"), TestContext.Current.CancellationToken);
        Assert.Null(answer.Value);
        Assert.Equal(0, answer.N);
    }

    [Fact]
    public async Task Within_must_be_longer_than_nothing()
    {
        var error = await Assert.ThrowsAsync<MetricQuestionException>(() => AskAsync(About("response_rate") with { Within = TimeSpan.Zero }));
        Assert.Equal("within", error.Parameter);
    }
}
