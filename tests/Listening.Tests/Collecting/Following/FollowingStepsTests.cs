using Listening.Collecting.Following;
using Xunit;

namespace Listening.Tests.Collecting.Following;

public sealed class FollowingStepsTests
{
    [Fact]
    public void Answers_are_read_after_1_5_15_and_60_minutes_and_then_every_hour_until_72()
    {
        var (opened, due) = (Some.Instant, new List<double>());
        DateTimeOffset? read = opened;
        for (var now = opened; now <= opened + TimeSpan.FromHours(80); now += TimeSpan.FromMinutes(1))
        {
            if (!FollowingSteps.IsDue(opened, read, now)) continue;
            due.Add((now - opened).TotalMinutes);
            read = now;
        }

        Assert.Equal([1, 5, 15, .. Enumerable.Range(1, 72).Select(hour => 60.0 * hour)], due);
    }

    [Fact]
    public void What_was_never_read_since_the_start_is_due_whatever_its_age() =>
        Assert.True(FollowingSteps.IsDue(Some.Instant, null, Some.Instant.AddMinutes(17)));

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    public void What_is_younger_than_a_minute_or_of_the_future_is_not(int secondsAgo) =>
        Assert.False(FollowingSteps.IsDue(Some.Instant, null, Some.Instant.AddSeconds(secondsAgo)));
}
