using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Streaming;
using Xunit;

namespace Listening.Tests.Collecting.Streaming;

public sealed class StreamFollowerTests
{
    [Fact]
    public async Task What_came_is_stored_then_the_place_is_saved_and_each_connection_asks_for_a_pull()
    {
        using var bench = new StreamBench();

        await bench.FollowAsync([new StreamOpened(), Told("a", "1"), Told("b", "2")], [new StreamOpened(), Told("b", "2"), Told("c", "3")]);

        Assert.Equal(["a", "b", "c"], bench.Store.Posts.Select(one => one.Post.Identity.Id).Distinct());
        Assert.All(bench.Store.Posts, one => Assert.Equal(Arrival.Live, one.Arrival));
        Assert.Equal([null, "2", "3"], bench.From);
        Assert.Equal(2, bench.Pulls);
    }

    [Fact]
    public async Task What_the_store_refuses_is_asked_for_again()
    {
        using var bench = new StreamBench();
        var refusals = 0;
        bench.Store.Before = _ => refusals++ == 1 ? throw new IOException("the disk is full") : Task.CompletedTask;

        await bench.FollowAsync([new StreamOpened(), Told("a", "1")], [new StreamOpened(), Told("b", "2")], [new StreamOpened(), Told("b", "2")]);

        Assert.Equal(["a", "b"], bench.Store.Posts.Select(one => one.Post.Identity.Id));
        Assert.Equal([null, "1", "1", "2"], bench.From);
    }

    [Fact]
    public async Task A_deletion_is_of_a_post_that_is_ours_or_of_nothing()
    {
        using var bench = new StreamBench();
        var at = Some.Instant.AddHours(1);

        await bench.FollowAsync(
            [Told("a", "1")],
            [new StreamedDeletion(new("bluesky", "a"), at, new("2")), new StreamedDeletion(new("bluesky", "nobody's"), at, new("3"))],
            // Come and gone between two looks.
            [Told("b", "4"), new StreamedDeletion(new("bluesky", "b"), at, new("5"))]);

        var deleted = bench.Store.Posts.Select(one => one.Post).Where(post => post.DeletedAt is not null).ToList();
        Assert.Equal(["a", "b"], deleted.Select(post => post.Identity.Id));
        Assert.All(deleted, post => Assert.Equal((at, ""), (post.DeletedAt!.Value, post.Text)));
        Assert.Equal("5", bench.Saved[^1]);
    }

    [Fact]
    public async Task A_post_that_breaks_the_limits_takes_no_other_with_it()
    {
        using var bench = new StreamBench();
        var broken = Some.Post("broken", source: "bluesky") with { Text = new string('x', PostLimits.TextBytes + 1) };

        Assert.Equal(1, await bench.Intake.TakeAsync([new StreamedPost(broken), Told("a", "1")], TestContext.Current.CancellationToken));

        Assert.Equal("a", Assert.Single(bench.Store.Posts).Post.Identity.Id);
    }

    [Theory]
    [InlineData(FailureKind.Unreachable, 1, 1)]
    [InlineData(FailureKind.Unreachable, 4, 8)]
    [InlineData(FailureKind.Unreachable, 1000, 300)]
    [InlineData(FailureKind.Unauthorised, 1, 300)]
    public void A_connection_is_made_again_later_and_later(FailureKind kind, int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), StreamFollower.Wait(new(kind, "no"), failures, Some.Instant));

    [Fact]
    public void A_source_that_says_when_is_not_asked_before() =>
        Assert.Equal(TimeSpan.FromMinutes(9), StreamFollower.Wait(new(FailureKind.RateLimited, "no", Some.Instant.AddMinutes(9)), 1, Some.Instant));

    private static StreamedPost Told(string id, string place) => new(Some.Post(id, source: "bluesky"), new(place));
}
