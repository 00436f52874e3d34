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
        Assert.Equal(Light, schedule.Take([Light], 1));
        schedule.Evaluated(Light, 1, time.GetUtcNow(), TimeSpan.FromMilliseconds(20));
        Assert.Null(schedule.Take([Light], 2));
        Assert.Equal(TimeSpan.FromSeconds(1), schedule.Next([Light], 2));
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Null(schedule.Take([Light], 2));
        Assert.Equal(TimeSpan.FromMilliseconds(1), schedule.Next([Light], 2));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(Light, schedule.Take([Light], 2));
    }

    [Fact]
    public void Facts_that_rest_are_looked_at_again_after_fifteen_seconds()
    {
        schedule.Evaluated(Light, 1, time.GetUtcNow(), TimeSpan.FromMilliseconds(20));
        time.Advance(TimeSpan.FromSeconds(14.9));
        Assert.Null(schedule.Take([Light], 1));
        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(Light, schedule.Take([Light], 1));
    }

    [Fact]
    public void A_heavy_tile_takes_a_tenth_of_the_time_and_comes_at_least_once_a_minute()
    {
        schedule.Evaluated(Heavy, 1, time.GetUtcNow(), TimeSpan.FromSeconds(2));
        time.Advance(TimeSpan.FromSeconds(19));
        Assert.Null(schedule.Take([Heavy], 2));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Heavy, schedule.Take([Heavy], 2));
        schedule.Evaluated(Heavy, 2, time.GetUtcNow(), TimeSpan.FromSeconds(30));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Heavy, schedule.Take([Heavy], 3));
    }

    [Fact]
    public void Of_those_that_are_due_the_one_that_waited_longest_for_its_cost_comes_first()
    {
        schedule.Evaluated(Light, 1, time.GetUtcNow(), TimeSpan.FromMilliseconds(20));
        schedule.Evaluated(Heavy, 1, time.GetUtcNow() - TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(400));
        time.Advance(TimeSpan.FromSeconds(3.2)); // light waits 2.2 s, 110 times its cost; heavy 0.2 s, half of it
        Assert.Equal(Light, schedule.Take([Heavy, Light], 2));
        schedule.Evaluated(Light, 2, time.GetUtcNow(), TimeSpan.FromMilliseconds(20));
        time.Advance(TimeSpan.FromSeconds(1.001)); // heavy waits 1.2 s, three times its cost; light 1 ms, a twentieth
        Assert.Equal(Heavy, schedule.Take([Heavy, Light], 3));
    }

    [Fact]
    public void A_tile_that_is_being_evaluated_is_given_to_nobody_else()
    {
        Assert.Equal(Light, schedule.Take([Light], 1));
        Assert.Null(schedule.Take([Light], 1));
        Assert.Equal(TimeSpan.FromSeconds(1), schedule.Next([Light], 1));
        schedule.Evaluated(Light, 1, time.GetUtcNow(), TimeSpan.FromMilliseconds(20));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Light, schedule.Take([Light], 2));
    }

    [Fact]
    public void What_nobody_watches_is_forgotten()
    {
        schedule.Evaluated(Light, 1, time.GetUtcNow(), TimeSpan.FromMilliseconds(20));
        Assert.Equal(Heavy, schedule.Take([Heavy], 1));
        Assert.Equal(Light, schedule.Take([Light], 1));
    }
}
