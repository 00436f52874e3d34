using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class HourOfWeekTests(EngineFixture engine) : FactsTest(engine)
{
    [Fact]
    public async Task Arrivals_stand_in_the_hour_they_came_and_answers_in_the_hour_they_were_given()
    {
        // Noon is a Monday's in UTC; in Kathmandu it is 17:45.
        await Facts.AddAsync(Wait(0, 10), Wait(14, 120), Wait(20), Wait(-30, 45), Wait(-500, 2));
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu");

        var arrivals = await AskAsync(About("arrivals") with { Zone = zone });
        var answers = await AskAsync(About("answers") with { Zone = zone });

        Assert.Equal([("1 17", 2L), ("1 18", 1L)], arrivals.Series.Select(point => (point.Group!, point.N)));
        Assert.Equal([("1 17", 1L), ("1 18", 1L), ("1 19", 1L)], answers.Series.Select(point => (point.Group!, point.N)));
        Assert.Equal(2, (await RowsAsync(About("arrivals") with { Zone = zone, By = "hour_of_week", Group = "1 17" })).Total);
    }

    [Fact]
    public async Task A_filter_also_finds_what_opened_before_the_period_and_was_answered_in_it()
    {
        var early = new SeededPost { PostedAt = Noon.AddMinutes(-30), Id = "early", Text = "refund" };
        await Facts.AddAsync(early);
        await Facts.AddAsync(Wait(-30, 45) with { Id = "early" }, Wait(0, 10));
        Assert.Equal(1, (await AskAsync(About("answers") with { Filter = "refund" })).N);
        Assert.Equal(2, (await AskAsync("answers")).N);
    }
}
