using Listening.Alerts;
using Listening.Cases;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Desk.Alerts;
using Listening.Desk.Cases;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>What alerts and their messages do, whatever the database.</summary>
public abstract class AlertsContract(TestDesk desk) : IAsyncLifetime
{
    private static readonly AlertRules Rules = new();
    private static readonly string[] Channels = ["mail", "slack"];
    private AlertBook book = null!;
    private AlertOutbox outbox = null!;
    private CaseBoard board = null!;
    private CaseAlerts finder = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => desk.Time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        (book, outbox, finder) = (new(desk.Store), new(desk.Store), new(desk.Store, new()));
        board = new(desk.Store, new(), desk.Time);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_thousand_breaches_in_a_minute_are_one_digest_to_each_channel_and_are_not_told_again_within_the_cooldown()
    {
        await board.TellAsync([.. Enumerable.Range(1, 1_000).Select(i => Told((ulong)i))], Cancelled);
        desk.Time.Advance(TimeSpan.FromHours(2));
        for (var look = 0; look < 8; look++)
        {
            Assert.Equal(look == 0 ? 1_000 : 0, await RaiseAsync());
            await outbox.GatherAsync(Channels, Rules, Now, Cancelled);
            desk.Time.Advance(TimeSpan.FromSeconds(15));
        }

        var messages = await outbox.PendingAsync(Now, Cancelled);
        Assert.Equal(Channels, messages.Select(message => message.Channel).Order(StringComparer.Ordinal));
        var digest = messages[0].Content;
        Assert.Equal(("1000 alerts: 1000 late", 20), (digest.Subject(), digest.Listed.Count));
        Assert.EndsWith("and 980 more: https://listening.example/alerts\n\n", digest.Text("https://listening.example"), StringComparison.Ordinal);
        Assert.Contains("observed 2 h, usual 1 h, n = 1", digest.Text(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_nobody_said_arrived_is_the_same_message_when_it_is_sent_again()
    {
        await LateAsync();
        var first = Assert.Single(await outbox.PendingAsync(Now, Cancelled), message => message.Channel == "mail");
        // The program is killed here, after it was sent and before that was noted.
        var again = Assert.Single(await new AlertOutbox(desk.Another()).PendingAsync(Now, Cancelled), message => message.Channel == "mail");
        Assert.Equal((first.Id, first.Content.ToJson()), (again.Id, again.Content.ToJson()));
        await outbox.FailedAsync(again, "no answer", Now, Cancelled);
        Assert.DoesNotContain(await outbox.PendingAsync(Now, Cancelled), message => message.Channel == "mail");
        desk.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(first.Id, Assert.Single(await outbox.PendingAsync(Now, Cancelled), message => message.Channel == "mail").Id);
        foreach (var message in await outbox.PendingAsync(Now, Cancelled)) await outbox.SentAsync(message.Id, Now, Cancelled);
        Assert.Empty(await outbox.PendingAsync(Now.AddDays(1), Cancelled));
    }

    [Fact]
    public async Task Case_12_an_alert_on_who_had_been_answered_is_taken_back_and_that_is_told()
    {
        await LateAsync();
        var opened = Now - TimeSpan.FromHours(2) - Rules.Gather;
        await board.TellAsync([Told(1, opened, opened.AddMinutes(40))], Cancelled);
        Assert.Equal(1, await book.WithdrawAsync(Now.AddDays(-1), Now, Cancelled));
        Assert.Equal(0, await book.WithdrawAsync(Now.AddDays(-1), Now, Cancelled));
        var alert = Assert.Single(await book.ListAsync(null, 10, Cancelled));
        Assert.Equal((Now, "It was answered at 2026-03-02 09:40:00 UTC; the answer came in late."), (alert.WithdrawnAt, alert.Because));
        desk.Time.Advance(Rules.Apart);
        Assert.True(await outbox.GatherAsync(Channels, Rules, Now, Cancelled));
        Assert.Equal("Taken back: ana1 waits for Acme and the answer is late", (await outbox.PendingAsync(Now, Cancelled))[^1].Content.Subject());
        Assert.False(await outbox.GatherAsync(Channels, Rules, Now.AddDays(1), Cancelled));
    }

    [Fact]
    public async Task Who_is_answered_late_was_late_and_the_alert_stands()
    {
        await LateAsync();
        await board.TellAsync([Told(1, Now - TimeSpan.FromHours(2) - Rules.Gather, Now)], Cancelled);
        Assert.Equal(0, await book.WithdrawAsync(Now.AddDays(-1), Now, Cancelled));
        Assert.Empty(await finder.FindAsync(Now, Cancelled));
    }

    [Fact]
    public async Task What_is_due_soon_late_and_answered_by_a_competitor_is_found_with_what_was_promised_and_its_post()
    {
        await board.TellAsync([Told(1), Told(2, Now.AddMinutes(-45)), Told(3, Now.AddMinutes(-90), rival: Now.AddMinutes(-5)), Told(4, Now.AddMinutes(-90), Now)], Cancelled);
        var found = await finder.FindAsync(Now, Cancelled);
        Assert.Equal([(AlertKind.BreachComing, "ana2"), (AlertKind.Breach, "ana3"), (AlertKind.RaceBeingLost, "ana3")],
            found.OrderBy(one => one.Kind).Select(one => (one.Kind, Assert.Single(one.Posts).Handle)));
        var late = found.Single(one => one.Kind == AlertKind.Breach);
        Assert.Equal((3600.0, 5400.0, 1L, "Where is my bag?"), (late.Baseline, late.Observed, late.N, late.Posts[0].Text));
    }

    // One customer is late, and each channel has a message of it.
    private async Task LateAsync()
    {
        await board.TellAsync([Told(1)], Cancelled);
        desk.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await RaiseAsync());
        Assert.False(await outbox.GatherAsync(Channels, Rules, Now, Cancelled));
        desk.Time.Advance(Rules.Gather);
        Assert.True(await outbox.GatherAsync(Channels, Rules, Now, Cancelled));
    }

    private async Task<int> RaiseAsync() => await book.RaiseAsync(await finder.FindAsync(Now, Cancelled), Rules.Cooldown, Now, Cancelled);

    private ToldCase Told(ulong root, DateTimeOffset? opened = null, DateTimeOffset? closed = null, DateTimeOffset? rival = null)
    {
        var wait = new Wait
        {
            Brand = "Acme", Author = $"ana{root}", Number = 1, Opener = root, OpenedAt = opened ?? Now, Episode = 1, FirstOfEpisode = true, ClosedAt = closed,
            Rival = rival is null ? null : "Bolt", RivalAt = rival,
        };
        var post = Some.Post($"{root}", "Where is my bag?", author: $"ana{root}");
        return new(root, "Acme", $"ana{root}", [root], wait, new(post, Arrival.Live, "en", "", "", ""));
    }
}
