using System.Net.ServerSentEvents;
using Listening.Web.Measuring;
using Listening.Web.Security;
using Listening.Web.Streaming;
using Xunit;

namespace Listening.Tests.Web;

public sealed class TileBoardTests
{
    private static readonly TileTopic Waiting = new("operations", "waiting", new MetricParameters { From = "2026-01-01" }, new Sight(false));
    private static readonly TileTopic Volume = Waiting with { Tile = "volume" };

    private readonly TileBoard board = new(TimeProvider.System);

    [Fact]
    public async Task A_viewer_gets_the_tiles_it_looks_at_and_no_others()
    {
        await using var viewer = await ViewerAsync([Waiting]);

        board.Publish(Volume, new TileEvent("volume", 1, null));
        board.Publish(Waiting, new TileEvent("waiting", 2, null));

        var next = await NextAsync(viewer);
        Assert.Equal("tile", next.EventType);
        Assert.Contains("\"tile\":\"waiting\",\"revision\":2", next.Data);
    }

    [Fact]
    public async Task Two_viewers_of_one_question_are_one_topic()
    {
        await using var one = await ViewerAsync([Waiting, Volume]);
        await using var other = await ViewerAsync([Waiting with { Parameters = new MetricParameters { From = "2026-01-01" } }]);

        Assert.Equal(2, board.Topics.Count);
    }

    [Fact]
    public async Task Who_may_see_internal_posts_shares_no_topic_with_who_may_not()
    {
        await using var one = await ViewerAsync([Waiting]);
        await using var other = await ViewerAsync([Waiting with { Sight = new Sight(true) }]);

        Assert.Equal(2, board.Topics.Count);
    }

    [Fact]
    public async Task A_viewer_that_was_away_gets_the_newest_of_each_tile_once()
    {
        var viewer = await ViewerAsync([Waiting, Volume]);
        board.Publish(Waiting, new TileEvent("waiting", 1, null));
        var seen = (await NextAsync(viewer)).EventId;
        await viewer.DisposeAsync();
        for (var revision = 2; revision <= 4; revision++) board.Publish(Waiting, new TileEvent("waiting", revision, null));
        board.Publish(Volume, new TileEvent("volume", 4, null));

        var back = board.FollowAsync([Waiting, Volume], long.Parse(seen!), TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var missed = new[] { (await NextAsync(back)).Data, (await NextAsync(back)).Data };

        Assert.Contains(missed, data => data.Contains("\"tile\":\"waiting\",\"revision\":4"));
        Assert.Contains(missed, data => data.Contains("\"tile\":\"volume\",\"revision\":4"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(long.MaxValue)]
    public async Task A_viewer_whose_last_event_is_not_remembered_is_told_to_fetch_again(long lastSeen)
    {
        var viewer = board.FollowAsync([Waiting], lastSeen, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.Equal("reset", (await NextAsync(viewer)).EventType);
    }

    [Fact]
    public async Task A_viewer_that_leaves_is_forgotten()
    {
        using var leaving = new CancellationTokenSource();
        var viewer = board.FollowAsync([Waiting], null, leaving.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await NextAsync(viewer);
        var pending = viewer.MoveNextAsync().AsTask();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);

        Assert.Empty(board.Topics);
    }

    [Fact]
    public async Task A_slow_viewer_loses_old_events_and_holds_nobody_up()
    {
        await using var viewer = await ViewerAsync([Waiting]);
        for (var revision = 1; revision <= 1_000; revision++) board.Publish(Waiting, new TileEvent("waiting", revision, null));

        var first = await NextAsync(viewer);

        Assert.Contains($"\"revision\":{1_000 - 256 + 1},", first.Data);
    }

    private async Task<IAsyncEnumerator<SseItem<string>>> ViewerAsync(HashSet<TileTopic> topics)
    {
        var viewer = board.FollowAsync(topics, null, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.Equal("hello", (await NextAsync(viewer)).EventType);
        return viewer;
    }

    private static async Task<SseItem<string>> NextAsync(IAsyncEnumerator<SseItem<string>> viewer)
    {
        Assert.True(await viewer.MoveNextAsync());
        return viewer.Current;
    }
}
