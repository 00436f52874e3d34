using Listening.Access;
using Listening.Cases;
using Listening.Cases.Asking;
using Listening.Collecting;
using Listening.Collecting.Replying;
using Listening.Conversations;
using Listening.Desk.Auditing;
using Listening.Desk.Cases;
using Listening.Desk.Replying;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>Kept answers, questions inside, tickets and the webhook's mark, whatever the database.</summary>
public abstract class DeskTalkContract(TestDesk desk) : IAsyncLifetime
{
    private static readonly Actor Bob = new("bob@example.com", "192.0.2.8");
    private long id;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        id = await SomeCase.OpenAsync(desk);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Kept_answers_have_names_of_their_own_and_every_change_is_in_the_audit_log()
    {
        var canned = new CannedReplies(desk.Store, desk.Time);
        var sorry = (await canned.AddAsync("sorry", "We are sorry, {name}.", Bob, Cancelled))!;
        var late = (await canned.AddAsync("late", "It is late.", Bob, Cancelled))!;
        Assert.Null(await canned.AddAsync("sorry", "Again.", Bob, Cancelled));
        Assert.Equal((true, false, null), (await canned.ChangeAsync(sorry.Id, null, "Sorry, {name}.", Bob, Cancelled), await canned.ChangeAsync(late.Id, "sorry", null, Bob, Cancelled), await canned.ChangeAsync(Guid.NewGuid(), "x", null, Bob, Cancelled)));
        Assert.Equal([late, sorry with { Text = "Sorry, {name}." }], await canned.ListAsync(Cancelled));
        Assert.Equal((true, false), (await canned.RemoveAsync(late.Id, Bob, Cancelled), await canned.RemoveAsync(late.Id, Bob, Cancelled)));

        var log = await new AuditLog(desk.Store).ReadAsync(new("canned", null, 10), Cancelled);
        Assert.Equal(["canned-reply.remove", "canned-reply.change", "canned-reply.add", "canned-reply.add"], log.Select(row => row.Action));
        Assert.All(log, row => Assert.Equal((Bob.Name, Bob.Address), (row.Actor, row.Address)));
    }

    [Fact]
    public async Task A_ticket_is_linked_and_taken_off_and_the_history_says_so()
    {
        var tickets = new CaseTickets(desk.Store, desk.Time);
        Assert.False(await tickets.LinkAsync(id + 1, "https://t.example/1", Bob, Cancelled));
        await tickets.LinkAsync(id, "https://t.example/1", Bob, Cancelled);
        await tickets.LinkAsync(id, "https://t.example/2", Bob, Cancelled);
        Assert.Equal("https://t.example/2", (await tickets.ReadAsync(id, Cancelled))!.Url);
        await tickets.LinkAsync(id, null, Bob, Cancelled);
        await tickets.LinkAsync(id, null, Bob, Cancelled);
        Assert.Null(await tickets.ReadAsync(id, Cancelled));
        Assert.Equal(["Opened:", "Linked:https://t.example/1", "Linked:https://t.example/2", "Linked:"], await HistoryAsync());
    }

    [Fact]
    public async Task A_question_is_asked_and_answered_and_the_clock_hears_of_both_hops()
    {
        var outbox = new QuestionOutbox(desk.Store, desk.Time);
        var now = desk.Time.GetUtcNow();
        await outbox.AddAsync(new() { Id = Guid.CreateVersion7(now), CaseId = id, Channel = Guid.Empty, Source = "chat", Text = "Where?", By = Bob.Name, WrittenAt = now, Next = now }, Cancelled);
        var taken = (await outbox.TakeAsync("here", Cancelled))!;
        Assert.Equal((QuestionState.Sending, 1), (taken.State, taken.Tries));
        Assert.Null(await outbox.TakeAsync("there", Cancelled));
        desk.Time.Advance(TimeSpan.FromSeconds(2));
        await outbox.WriteAsync(taken, QuestionSteps.After(taken, new ReplySent(new("chat", "1"), "https://chat.example/1"), desk.Time.GetUtcNow()), Cancelled);
        // Too late: it is written down already.
        await outbox.WriteAsync(taken, taken with { State = QuestionState.Failed }, Cancelled);

        desk.Time.Advance(TimeSpan.FromSeconds(5));
        var look = (await outbox.TakeAsync("here", Cancelled))!;
        await outbox.WriteAsync(look, look with { State = QuestionState.Answered, AnsweredAt = now.AddSeconds(6), AnswerId = "2", Answer = "Hall\0 four.", AnsweredBy = "di", Next = null }, Cancelled);

        var kept = Assert.Single(await outbox.ReadAsync(id, Cancelled));
        Assert.Equal((QuestionState.Answered, "Hall four.", now.AddSeconds(2)), (kept.State, kept.Answer, kept.AskedAt));
        Assert.Equal(["Opened:", "Asked:https://chat.example/1", "AnsweredInside:2"], await HistoryAsync());
        var heard = (await new CaseOutbox(desk.Store, desk.Time).PendingAsync(10, Cancelled)).Select(outgoing => (outgoing.Event.Kind, outgoing.Event.At, outgoing.Event.By, outgoing.About));
        Assert.Equal([(CaseEventKind.Asked, now.AddSeconds(2), Bob.Name, PostKey.Of("chat", "1")), (CaseEventKind.AnsweredInside, now.AddSeconds(6), "di", PostKey.Of("chat", "2"))], heard);
    }

    [Fact]
    public async Task The_webhook_hears_what_happens_from_now_on_in_order_and_its_mark_moves_only_over_what_was_taken()
    {
        var (hooks, cases) = (new CaseHooks(desk.Store, desk.Time), new CaseDesk(desk.Store, new(), desk.Time));
        await hooks.SetAsync("https://hook.example/", Bob, Cancelled);
        Assert.Null(await hooks.TakeAsync(Cancelled));
        await cases.ChangeAsync(id, new NoteOnCase("He called."), Bob, null, Cancelled);
        await cases.ChangeAsync(id, new TagCase(["bag"], []), Bob, null, Cancelled);
        await cases.ChangeAsync(id, new ResolveCase(CaseOutcome.AnsweredInPrivate), Bob, null, Cancelled);

        var (hook, lines) = (await hooks.TakeAsync(Cancelled))!.Value;
        Assert.Equal([CaseAction.Noted, CaseAction.Tagged, CaseAction.Resolved], lines.Select(line => line.Action));
        Assert.Null(await new CaseHooks(desk.Another(), desk.Time).TakeAsync(Cancelled));
        await hooks.SettleAsync(hook, lines[0].Id, "it answered with 500", gone: false, Cancelled);
        Assert.Null(await hooks.TakeAsync(Cancelled));
        desk.Time.Advance(TimeSpan.FromSeconds(2));
        (hook, lines) = (await hooks.TakeAsync(Cancelled))!.Value;
        Assert.Equal([CaseAction.Tagged, CaseAction.Resolved], lines.Select(line => line.Action));
        await hooks.SettleAsync(hook, lines[^1].Id, null, gone: false, Cancelled);
        Assert.Null(await hooks.TakeAsync(Cancelled));

        await cases.ChangeAsync(id, new ReopenCase(), Bob, null, Cancelled);
        (hook, _) = (await hooks.TakeAsync(Cancelled))!.Value;
        await hooks.SettleAsync(hook, hook.Cursor, "it is gone", gone: true, Cancelled);
        desk.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await hooks.TakeAsync(Cancelled));
        await hooks.SetAsync("https://hook.example/2", Bob, Cancelled);
        Assert.Equal(CaseAction.Reopened, Assert.Single((await hooks.TakeAsync(Cancelled))!.Value.Lines).Action);
        Assert.Equal((true, false), (await hooks.RemoveAsync(Bob, Cancelled), await hooks.RemoveAsync(Bob, Cancelled)));
    }

    private async Task<IEnumerable<string>> HistoryAsync() =>
        (await new CaseDesk(desk.Store, new(), desk.Time).ReadAsync(id, Cancelled))!.History.Select(moment => $"{moment.Action}:{moment.Detail}");
}
