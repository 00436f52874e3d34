using Listening.Web.Measuring;
using Listening.Web.Security;
using Listening.Web.Streaming;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Web;

public sealed class TileScheduleTests
{
    private static readonly TileTopic Light = new("operations", "light", new MetricParameters(), new Sight(false));
    private static readonly TileTopic Heavy = Light with { Tile = "heavy" };
    private readonly FakeTimeProvider time = new(Some.Instant);
    private readonly TileSchedule schedule;

    public TileScheduleTests() => schedule = new(time);

    [Fact]
    public void A_tile_is_evaluated_when_somebody_comes_and_after_a_change_at_the_most_once_a_second()
    {
        Assert.Equal([Light], schedule.Due([Light], 1));
        schedule.Evaluated(Light, 1, time.GetUtcNow(), TimeSpan.FromMilliseconds(20));
        Assert.Empty(schedule.Due([Light], 2));
        Assert.Equal(TimeSpan.FromSeconds(1), schedule.Next([Light], 2));
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Empty(schedule.Due([Light], 2));
        Assert.Equal(TimeSpan.FromMilliseconds(1), schedule.Next([Light], 2));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([Light], schedule.Due([Light], 2));
    }

    [Fact]
    public void Facts_that_rest_are_looked_at_again_after_fifteen_seconds()
    {
        schedule.Evaluated(Light, 1, time.GetUtcNow(), TimeSpan.FromMilliseconds(20));
        time.Advance(TimeSpan.FromSeconds(14.9));
        Assert.Empty(schedule.Due([Light], 1));
        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal([Light], schedule.Due([Light], 1));
    }

    [Fact]
    public void A_heavy_tile_takes_a_tenth_of_the_time_and_comes_at_least_once_a_minute()
    {
        schedule.Evaluated(Heavy, 1, time.GetUtcNow(), TimeSpan.FromSeconds(2));
        time.Advance(TimeSpan.FromSeconds(19));
        Assert.Empty(schedule.Due([Heavy], 2));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([Heavy], schedule.Due([Heavy], 2));
        schedule.Evaluated(Heavy, 2, time.GetUtcNow(), TimeSpan.FromSeconds(30));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([Heavy], schedule.Due([Heavy], 3));
    }

    [Fact]
    public void The_longest_due_comes_first_and_what_nobody_watches_is_forgotten()
    {
        schedule.Evaluated(Light, 1, time.GetUtcNow(), TimeSpan.FromMilliseconds(200));
        schedule.Evaluated(Heavy, 1, time.GetUtcNow(), TimeSpan.FromMilliseconds(100));
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal([Heavy, Light], schedule.Due([Light, Heavy], 2));
        Assert.Equal([Light], schedule.Due([Light], 2));
        Assert.Equal([Heavy, Light], schedule.Due([Light, Heavy], 2));
        schedule.Evaluated(Light, 2, time.GetUtcNow(), TimeSpan.FromMilliseconds(200));
        schedule.Due([Heavy], 2);
        Assert.Contains(Light, schedule.Due([Light], 2));
    }
}
