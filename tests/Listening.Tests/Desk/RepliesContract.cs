using Listening.Access;
using Listening.Cases;
using Listening.Cases.Replying;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Conversations;
using Listening.Desk.Cases;
using Listening.Desk.Replying;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>What answers on their way out do, whatever the database.</summary>
public abstract class RepliesContract(TestDesk desk) : IAsyncLifetime
{
    private static readonly Actor Bob = new("bob@example.com", "192.0.2.8");
    private static readonly ReplySent Sent = new(new("mastodon", "77"), "https://example.social/77");
    private static readonly ReplyFailed Away = new(new(FailureKind.Unreachable, "nobody\0 answered"));
    private ReplyOutbox outbox = null!;
    private long id;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => desk.Time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        outbox = new(desk.Store, desk.Time);
        id = await SomeCase.OpenAsync(desk);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_answer_waits_five_seconds_in_which_it_can_be_undone()
    {
        var reply = await AddAsync();
        Assert.Null(await outbox.TakeAsync("here", Cancelled));
        Assert.True((await outbox.UndoAsync(id, reply.Id, Bob, Cancelled)).Done);
        desk.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Null(await outbox.TakeAsync("here", Cancelled));

        var other = await AddAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(other.Id, (await outbox.TakeAsync("here", Cancelled))!.Id);
        var late = await outbox.UndoAsync(id, other.Id, Bob, Cancelled);
        Assert.Equal((false, ReplyState.Sending), (late.Done, late.Reply!.State));
        Assert.Null((await outbox.UndoAsync(id + 1, other.Id, Bob, Cancelled)).Reply);
    }

    [Fact]
    public async Task An_answer_that_waits_for_a_supervisor_goes_out_once_one_says_so_and_comes_back_with_a_word_when_not()
    {
        var (approvals, sue) = (new ReplyApprovals(desk.Store, desk.Time), new Actor("sue@example.com", null));
        var held = (await outbox.AddAsync(new(id, Guid.Empty, new("mastodon", "1"), "It is the railway's fault.") { Held = true, Kind = "in_public" }, Bob, Cancelled))!;
        desk.Time.Advance(TimeSpan.FromHours(2));
        Assert.Null(await outbox.TakeAsync("here", Cancelled));
        Assert.Equal(1, (await QueuesAsync()).Of(sue.Name)[CaseView.ToApprove]);

        // Another answer went out meanwhile of which who approves did not know.
        var other = await AddAsync();
        var approved = new NewReply(id, Guid.Empty, new("mastodon", "1"), "We look for it.") { Kind = held.Kind, Thread = "2", Known = [] };
        var (done, stands) = await approvals.ApproveAsync(approved, held.Id, sue, Cancelled);
        Assert.Equal((false, ReplyState.ToApprove), (done, stands!.State));
        await outbox.UndoAsync(id, other.Id, Bob, Cancelled);

        var one = (await approvals.ApproveAsync(approved, held.Id, sue, Cancelled)).Reply!;
        Assert.Equal(("We look for it.", "It is the railway's fault.", "sue@example.com", Bob.Name), (one.Text, one.Original, one.ApprovedBy, one.By));
        Assert.False((await approvals.ApproveAsync(approved, held.Id, sue, Cancelled)).Done);
        Assert.Equal(ReplyState.ToApprove, (await outbox.UndoAsync(id, held.Id, sue, Cancelled)).Reply!.State);
        Assert.True((await approvals.ReturnAsync(id, held.Id, "Kinder, please.", sue, Cancelled)).Done);
        Assert.Null((await approvals.ReturnAsync(id + 1, held.Id, "Kinder, please.", sue, Cancelled)).Reply);
        Assert.Equal((0, 1, 0), ((await QueuesAsync()).Of(sue.Name)[CaseView.ToApprove], (await QueuesAsync()).Of(Bob.Name)[CaseView.Returned], (await QueuesAsync()).Of(sue.Name)[CaseView.Returned]));
        Assert.Equal(id, Assert.Single(await new CaseQueues(desk.Store, new(), desk.Time).ReadAsync(new(CaseView.Returned, Bob.Name, null, null, 10), Cancelled)).Id);

        // Tried for an hour from when it was let out, not from when it was written.
        var again = (await outbox.AddAsync(new(id, Guid.Empty, new("mastodon", "1"), "Sorry, we look for it.") { Held = true }, Bob, Cancelled))!;
        Assert.Empty((await QueuesAsync()).Returned);
        desk.Time.Advance(TimeSpan.FromHours(2));
        await approvals.ApproveAsync(approved with { Text = again.Text }, again.Id, sue, Cancelled);
        desk.Time.Advance(ReplyTimes.Undo);
        await outbox.SettleAsync((await outbox.TakeAsync("here", Cancelled))!, Away, Cancelled);
        desk.Time.Advance(TimeSpan.FromSeconds(3));
        await outbox.SettleAsync((await outbox.TakeAsync("here", Cancelled))!, Sent, Cancelled);
        Assert.Equal(
            ["ReplyHeld:bob@example.com:", "ReplyApproved:sue@example.com:in other words", "ReplyHeld:sue@example.com:", "ReplyReturned:sue@example.com:Kinder, please.", "ReplyHeld:bob@example.com:", "ReplyApproved:sue@example.com:",
                "Replied:bob@example.com:https://example.social/77"],
            (await HistoryAsync()).Skip(1).Select(moment => $"{moment.Action}:{moment.By}:{moment.Detail}"));
    }

    [Fact]
    public async Task Of_many_senders_one_has_it_and_when_it_falls_another_goes_on_with_the_same_key()
    {
        var reply = await AddAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(5));
        var other = new ReplyOutbox(desk.Another(), desk.Time);
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? outbox : other).TakeAsync($"sender {i}", Cancelled)));
        var first = Assert.Single(taken, one => one is not null)!;

        desk.Time.Advance(ReplyTimes.Lease);
        var second = (await other.TakeAsync("elsewhere", Cancelled))!;
        Assert.Equal((reply.Id, 2, reply.Draft), (second.Id, second.Tries, second.Draft));
        // The first one lives after all, and is too late.
        await outbox.SettleAsync(first, new ReplyRefused("no"), Cancelled);
        Assert.Equal(ReplyState.Sending, (await OnlyAsync()).State);
        await other.SettleAsync(second, Sent, Cancelled);
        Assert.Equal((ReplyState.Sent, (PostId?)Sent.Post), ((await OnlyAsync()).State, (await OnlyAsync()).Post));
    }

    [Fact]
    public async Task Who_starts_again_goes_on_at_once_with_what_it_had()
    {
        await AddAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(5));
        await outbox.TakeAsync("here", Cancelled);
        Assert.Equal((0, 1), (await outbox.FreeAsync("there", Cancelled), await outbox.FreeAsync("here", Cancelled)));
        Assert.Equal(2, (await outbox.TakeAsync("here", Cancelled))!.Tries);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_tried_later_and_later_for_an_hour_and_then_when_somebody_says_so()
    {
        var reply = await AddAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(5));
        List<double> waits = [];
        for (var state = reply; state.State != ReplyState.Failed; state = await OnlyAsync())
        {
            if (state.Next > Now) desk.Time.Advance(state.Next.Value - Now);
            await outbox.SettleAsync((await outbox.TakeAsync("here", Cancelled))!, Away, Cancelled);
            state = await OnlyAsync();
            if (state.Next is { } next) waits.Add((next - Now).TotalSeconds);
        }

        Assert.Equal([3, 10, 30, 120, 300, 300], waits.Take(6));
        Assert.InRange(Now - reply.WrittenAt, TimeSpan.FromMinutes(55), TimeSpan.FromHours(1));
        Assert.Equal("nobody answered", (await OnlyAsync()).Reason);
        Assert.Equal(CaseAction.ReplyUnsent, (await HistoryAsync())[^1].Action);

        Assert.True((await outbox.AgainAsync(id, reply.Id, Cancelled)).Done);
        var again = (await outbox.TakeAsync("here", Cancelled))!;
        Assert.Equal(reply.Draft, again.Draft);
        await outbox.SettleAsync(again, Sent, Cancelled);
        Assert.False((await outbox.AgainAsync(id, reply.Id, Cancelled)).Done);
    }

    [Fact]
    public async Task Case_08_an_answer_is_credited_to_who_wrote_it_and_not_to_who_has_the_case()
    {
        var cases = new CaseDesk(desk.Store, new(), desk.Time);
        await cases.ClaimAsync(id, new Actor("amy@example.com", null), null, Cancelled);
        await AddAsync(resolve: true);
        desk.Time.Advance(TimeSpan.FromSeconds(5));
        await outbox.SettleAsync((await outbox.TakeAsync("here", Cancelled))!, Sent, Cancelled);

        var file = (await cases.ReadAsync(id, Cancelled))!;
        Assert.Equal(("amy@example.com", CaseOutcome.AnsweredPublicly), (file.Case.Assignee, file.Case.Outcome));
        Assert.Equal(["Replied:bob@example.com:https://example.social/77", "Resolved:bob@example.com:AnsweredPublicly"], file.History.TakeLast(2).Select(moment => $"{moment.Action}:{moment.By}:{moment.Detail}"));
        var heard = (await new CaseOutbox(desk.Store, desk.Time).PendingAsync(10, Cancelled)).Select(outgoing => (outgoing.Event.Kind, outgoing.Event.By, outgoing.About));
        Assert.Equal([(CaseEventKind.Assigned, "amy@example.com", (UInt128)0), (CaseEventKind.Replied, Bob.Name, PostKey.Of(Sent.Post)), (CaseEventKind.Resolved, Bob.Name, (UInt128)0)], heard);
    }

    [Fact]
    public async Task A_sent_answer_is_looked_for_until_its_source_gives_it_back()
    {
        await AddAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(5));
        await outbox.SettleAsync((await outbox.TakeAsync("here", Cancelled))!, Sent, Cancelled);
        Assert.Null(await outbox.TakeAsync("here", Cancelled));
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        var look = (await outbox.TakeAsync("here", Cancelled))!;
        Assert.Equal((ReplyState.Sent, 1), (look.State, look.Looks));
        await outbox.LookedAsync(look, seen: false, Cancelled);
        desk.Time.Advance(TimeSpan.FromSeconds(3));
        await outbox.LookedAsync((await outbox.TakeAsync("here", Cancelled))!, seen: true, Cancelled);

        Assert.Equal(((DateTimeOffset?)Now, null), ((await OnlyAsync()).SeenAt, (await OnlyAsync()).Next));
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_one_is_told_of_the_other()
    {
        var first = await outbox.AddAsync(New() with { Known = [] }, Bob, Cancelled);
        Assert.Null(await outbox.AddAsync(New() with { Known = [] }, new Actor("amy@example.com", null), Cancelled));
        Assert.NotNull(await outbox.AddAsync(New() with { Known = [first!.Id] }, Bob, Cancelled));
        Assert.NotNull(await outbox.AddAsync(New(), Bob, Cancelled));
    }

    private NewReply New() => new(id, Guid.Empty, new("mastodon", "1"), "It is on its way.");

    private async Task<CaseReply> AddAsync(bool resolve = false) => (await outbox.AddAsync(New() with { Resolve = resolve }, Bob, Cancelled))!;

    private Task<CaseCounts> QueuesAsync() => new CaseQueues(desk.Store, new(), desk.Time).CountAsync(Cancelled);

    private async Task<CaseReply> OnlyAsync() => Assert.Single((await outbox.ReadAsync(id, Cancelled))!.Value.Replies);

    private async Task<IReadOnlyList<CaseMoment>> HistoryAsync() => (await new CaseDesk(desk.Store, new(), desk.Time).ReadAsync(id, Cancelled))!.History;
}
