using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class LateTests(EngineFixture engine) : FactsTest(engine)
{
    [Fact]
    public async Task Late_is_who_still_waits_and_has_waited_longer_than_the_target()
    {
        await Facts.AddAsync(Wait(-60), Wait(-60.001), Wait(-300), Wait(-10), Wait(-300, 5), Wait(-200) with { LeftOut = "spam" });
        var asked = About("backlog_late") with { AsOf = Noon };

        var hour = await AskAsync(asked);
        Assert.Equal((2d, 2L, 4L, 3600d), (hour.Value, hour.N, hour.Of, hour.Beside["target"]));
        Assert.Equal([60.001 * 60, 300 * 60], (await RowsAsync(asked)).Items.Select(row => row.Seconds!.Value));
        Assert.Equal(3, (await AskAsync(asked with { Within = TimeSpan.FromMinutes(45) })).N);
    }

    [Fact]
    public async Task A_series_tells_at_every_moment_who_was_late_then()
    {
        // Late from 1 ms after the target on, until the answer, the resolve or the deletion; one that is over at its target never was.
        await Facts.AddAsync(
            Wait(0), Wait(0.001), Wait(-1000), Wait(30, 60), Wait(30, 61), Wait(90, 400), Wait(100) with { ResolvedAt = Noon.AddHours(5) },
            Wait(100) with { CensoredAt = Noon.AddHours(4) });
        var asked = About("backlog_late") with { To = Noon.AddHours(8) };

        var series = (await AskAsync(asked with { Interval = Interval.Hour })).Series;

        Assert.Equal([1, 3, 6, 5, 4, 4, 4, 4], series.Select(point => point.N));
        foreach (var point in series) Assert.Equal((await AskAsync(asked with { AsOf = point.Bucket!.Value.AddHours(1) })).N, point.N);
    }

    [Fact]
    public async Task Nobody_late_among_those_who_wait_is_a_finding_and_not_no_data()
    {
        await Facts.AddAsync(Wait(-10));
        var answer = await AskAsync(About("backlog_late") with { AsOf = Noon });
        Assert.Equal((null, 0L, 1L), (answer.Value, answer.N, answer.Of));
    }
}
