using System.Net.ServerSentEvents;
using Listening.Access;
using Listening.Cases;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Desk.Cases;
using Listening.Tests.Desk;
using Listening.Web.Streaming;
using Xunit;

namespace Listening.Tests.Web;

public sealed class CaseFeedTests : IAsyncLifetime
{
    private static readonly Actor Amy = new("amy@example.com", null);
    private readonly DeskFile desk = new();
    private CaseFeed feed = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        feed = new(new(desk.Store), desk.Time);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Fifty_viewers_get_each_change_once_and_the_same()
    {
        var viewers = new List<IAsyncEnumerator<SseItem<string>>>();
        for (var i = 0; i < 50; i++) viewers.Add(await FollowAsync(null));
        Assert.All(viewers, viewer => Assert.Equal("hello", viewer.Current.EventType));
        Assert.Equal(50, feed.Viewers);
        await OpenAsync(1, 2);
        await feed.TellAsync(Cancelled);
        await feed.TellAsync(Cancelled);
        await ClaimAsync(1);
        await feed.TellAsync(Cancelled);

        foreach (var viewer in viewers)
        {
            Assert.Equal(["1", "2", "3"], await NextAsync(viewer, 3));
            Assert.Contains("\"assignee\":\"amy@example.com\"", viewer.Current.Data, StringComparison.Ordinal);
            await viewer.DisposeAsync();
        }

        Assert.Equal(0, feed.Viewers);
    }

    [Fact]
    public async Task Who_was_away_gets_what_they_missed_after_a_restart_too_and_a_case_once_as_it_stands()
    {
        await OpenAsync(1, 2, 3);
        await ClaimAsync(2);
        await ClaimAsync(3);
        await using var back = await FollowAsync(1);
        Assert.Equal(("case", "4"), (back.Current.EventType, back.Current.EventId));
        Assert.Equal(["5"], await NextAsync(back, 1));

        feed = new(new(desk.Another()), desk.Time);
        await using var after = await FollowAsync(4);
        Assert.Equal("5", after.Current.EventId);
        await ClaimAsync(1);
        await feed.TellAsync(Cancelled);
        Assert.Equal(["6"], await NextAsync(after, 1));
    }

    [Fact]
    public async Task That_a_snooze_is_over_is_told_once_and_is_no_new_version()
    {
        await OpenAsync(1, 2, 3);
        await using var viewer = await FollowAsync(null);
        var (cases, ends, until) = (new CaseDesk(desk.Store, new(), desk.Time), new SnoozeEnds(desk.Store, desk.Time), desk.Time.GetUtcNow().AddHours(1));
        foreach (var id in (long[])[1, 2, 3]) Assert.True((await cases.ChangeAsync(id, new SnoozeCase(id == 3 ? until.AddHours(1) : until), Amy, null, Cancelled)).Done);
        // Who is done with is not asked for any more.
        Assert.True((await cases.ChangeAsync(2, new ResolveCase(CaseOutcome.NotUs), Amy, null, Cancelled)).Done);
        await feed.TellAsync(Cancelled);
        Assert.Equal(["4", "6", "7"], (await NextAsync(viewer, 3)).Order());
        Assert.Equal(0, await ends.NoteAsync(Cancelled));

        desk.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((1, 0), (await ends.NoteAsync(Cancelled), await ends.NoteAsync(Cancelled)));
        await feed.TellAsync(Cancelled);
        Assert.Equal(["8"], await NextAsync(viewer, 1));
        Assert.Contains("\"id\":1,\"version\":2,\"revision\":8,\"status\":\"open\"", viewer.Current.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_missed_a_thousand_or_saw_what_never_was_or_reads_too_slowly_is_told_to_fetch_again()
    {
        await using var future = await FollowAsync(9);
        Assert.Equal(("reset", "0"), (future.Current.EventType, future.Current.EventId));
        await OpenAsync([.. Enumerable.Range(1, 1100).Select(i => (ulong)i)]);
        await using var away = await FollowAsync(0);
        Assert.Equal(("reset", "1100"), (away.Current.EventType, away.Current.EventId));

        // It has room for 1 024 and never read.
        await feed.TellAsync(Cancelled);
        await feed.TellAsync(Cancelled);
        Assert.Equal(1024, (await NextAsync(future, 1024)).Count);
        Assert.True(await future.MoveNextAsync());
        Assert.Equal(("reset", "1100"), (future.Current.EventType, future.Current.EventId));
    }

    private async Task<IAsyncEnumerator<SseItem<string>>> FollowAsync(long? lastSeen)
    {
        var viewer = feed.FollowAsync(lastSeen, Cancelled).GetAsyncEnumerator(Cancelled);
        Assert.True(await viewer.MoveNextAsync());
        return viewer;
    }

    private static async Task<List<string?>> NextAsync(IAsyncEnumerator<SseItem<string>> viewer, int count)
    {
        var ids = new List<string?>();
        while (ids.Count < count && await viewer.MoveNextAsync()) ids.Add(viewer.Current.EventId);
        return ids;
    }

    private async Task ClaimAsync(long id)
    {
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await new CaseDesk(desk.Store, new(), desk.Time).ClaimAsync(id, Amy, null, Cancelled)).Done);
    }

    private Task OpenAsync(params ulong[] roots) => new CaseBoard(desk.Store, new(), desk.Time).TellAsync([.. roots.Select(Told)], Cancelled);

    private ToldCase Told(ulong root)
    {
        var wait = new Wait { Brand = "Acme", Author = "ana", Number = 1, Opener = root, OpenedAt = desk.Time.GetUtcNow(), Episode = 1 };
        return new(100_000 + root, "Acme", "ana", [root], wait, new(Some.Post($"{root}", $"Bag {root}?"), Arrival.Live, "", "", "", ""));
    }
}
