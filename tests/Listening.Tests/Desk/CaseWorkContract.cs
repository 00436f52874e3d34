using Listening.Access;
using Listening.Alerts;
using Listening.Cases;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Desk.Alerts;
using Listening.Desk.Cases;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>News, several cases at once, undo, merging, teams and promises, whatever the database.</summary>
public abstract class CaseWorkContract(TestDesk desk) : IAsyncLifetime
{
    private static readonly Actor Amy = new("amy@example.com", "192.0.2.7");
    private static readonly Actor Bob = new("bob@example.com", "192.0.2.8");
    private CaseBoard board = null!;
    private CaseDesk cases = null!;
    private CaseNews news = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => desk.Time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        (board, cases, news) = (new(desk.Store, new(), desk.Time), new(desk.Store, new(), desk.Time), new(desk.Store));
        await board.TellAsync([Told(1), Told(2), Told(3, "bob"), Told(4, "eve", "Bolt")], Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Whatever_is_written_of_a_case_has_a_greater_revision_than_all_before()
    {
        var newest = await news.NewestAsync(Cancelled);
        Assert.Equal(4, newest);
        Assert.Empty(await news.AfterAsync(newest, 10, Cancelled));

        Assert.True((await new CaseDesk(desk.Another(), new(), desk.Time).ClaimAsync(2, Bob, null, Cancelled)).Done);
        Assert.True((await cases.ChangeAsync(1, new NoteOnCase("He called."), Amy, null, Cancelled)).Done);
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await board.TellAsync([Told(3, "bob", closed: Now), Told(9, "zoe")], Cancelled);

        Assert.Equal([(2, 5, "bob@example.com"), (1, 6, null), (3, 7, null), (5, 8, null)],
            (await news.AfterAsync(newest, 10, Cancelled)).Select(one => ((int)one.Id, (int)one.Revision, one.Assignee)));
        Assert.Equal([2L, 1], (await news.AfterAsync(newest, 2, Cancelled)).Select(one => one.Id));
    }

    [Fact]
    public async Task Several_are_changed_each_for_itself_and_taken_back_where_nobody_changed_them_since()
    {
        await cases.ChangeAsync(3, new TagCase(["vip"], []), Amy, null, Cancelled);
        var steps = await cases.ChangeAsync([new(1, 1), new(2, 7), new(3, 2), new(99, 1)], new ResolveCase(CaseOutcome.NoAnswerNeeded, "a joke"), Amy, Cancelled);
        Assert.Equal([(1, true, 2), (2, false, 1), (3, true, 3), (99, false, null)], steps.Select(step => ((int)step.Id, step.Receipt.Done, step.Receipt.Case?.Version)));
        Assert.True((await cases.ChangeAsync(3, new NoteOnCase("Not a joke."), Bob, null, Cancelled)).Done);

        var back = await cases.UndoAsync([.. steps.Where(step => step.Undo is not null).Select(step => step.Undo!)], Amy, Cancelled);

        Assert.Equal([(1, true), (3, false)], back.Select(step => ((int)step.Id, step.Receipt.Done)));
        var (first, third) = (await FileAsync(1), await FileAsync(3));
        Assert.Equal((null, null, null, 1, 3), (first.Case.ResolvedAt, first.Case.Outcome, first.Case.Reason, first.Case.Episode, first.Case.Version));
        Assert.Equal(CaseOutcome.NoAnswerNeeded, third.Case.Outcome);
        Assert.Equal([CaseAction.Opened, CaseAction.Resolved, CaseAction.Undone], first.History.Select(moment => moment.Action));
        // The clock hears of both.
        Assert.Equal([(1, CaseEventKind.NoAnswerNeeded, "a joke"), (3, CaseEventKind.NoAnswerNeeded, "a joke"), (1, CaseEventKind.Undone, null)],
            (await new CaseOutbox(desk.Store, desk.Time).PendingAsync(10, Cancelled)).Select(told => ((int)told.Post, told.Event.Kind, told.Event.Reason)));
    }

    [Fact]
    public async Task A_resolve_that_is_taken_back_later_was_no_slip_and_is_a_reopen_to_the_clock()
    {
        var steps = await cases.ChangeAsync([new(1, 1), new(2, 1)], new ResolveCase(CaseOutcome.NotUs), Amy, Cancelled);
        desk.Time.Advance(UndoCase.Moments);
        await cases.UndoAsync([steps[0].Undo!], Amy, Cancelled);
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        await cases.UndoAsync([steps[1].Undo!], Amy, Cancelled);

        Assert.Equal([CaseEventKind.NotUs, CaseEventKind.NotUs, CaseEventKind.Undone, CaseEventKind.Reopened],
            (await new CaseOutbox(desk.Store, desk.Time).PendingAsync(10, Cancelled)).Select(told => told.Event.Kind));
    }

    [Fact]
    public async Task Tags_and_a_reopen_are_taken_back_to_what_they_were()
    {
        await cases.ChangeAsync(1, new TagCase(["bag", "vip"], []), Amy, null, Cancelled);
        var tagged = await cases.ChangeAsync([new(1, 2)], new TagCase(["bag", "lost"], ["vip", "none"]), Amy, Cancelled);
        Assert.Equal(["bag", "lost"], (await FileAsync(1)).Tags);
        await cases.UndoAsync([tagged[0].Undo!], Amy, Cancelled);
        Assert.Equal(["bag", "vip"], (await FileAsync(1)).Tags);

        await cases.ChangeAsync(1, new ResolveCase(CaseOutcome.Spam), Amy, null, Cancelled);
        var reopened = await cases.ChangeAsync([new(1, 5)], new ReopenCase(), Amy, Cancelled);
        await cases.UndoAsync([reopened[0].Undo!], Amy, Cancelled);
        var stands = (await FileAsync(1)).Case;
        Assert.Equal((CaseOutcome.Spam, 1), (stands.Outcome, stands.Episode));
        Assert.Equal([CaseEventKind.Spam, CaseEventKind.Reopened, CaseEventKind.Spam],
            (await new CaseOutbox(desk.Store, desk.Time).PendingAsync(10, Cancelled)).Select(told => told.Event.Kind));
    }

    [Fact]
    public async Task A_case_that_is_one_with_another_gives_it_what_it_has_and_a_reopen_takes_it_apart()
    {
        await cases.ChangeAsync(2, new NoteOnCase("Same bag."), Amy, null, Cancelled);
        await cases.ChangeAsync(2, new TagCase(["bag"], []), Amy, null, Cancelled);
        await cases.ClaimAsync(2, Bob, null, Cancelled);
        Assert.False((await cases.MergeAsync(2, 1, Amy, 1, Cancelled)).Receipt.Done);
        foreach (var wrong in (long[])[2, 4, 99]) Assert.Null((await cases.MergeAsync(2, wrong, Amy, null, Cancelled)).Into);

        var (receipt, into) = await cases.MergeAsync(2, 1, Amy, 4, Cancelled);

        Assert.Equal((true, 1, "bob@example.com", 2), (receipt.Done, into!.Id, into.Assignee, into.Version));
        var (whole, part) = (await FileAsync(1), await FileAsync(2));
        Assert.Equal(["bag"], whole.Tags);
        Assert.Equal(("Same bag.", 2), (Assert.Single(whole.Notes).Text, Assert.Single(whole.Merged)));
        Assert.Equal((CaseOutcome.Merged, 1L), (part.Case.Outcome, part.Case.MergedInto));
        Assert.Equal((CaseAction.Absorbed, "2"), (whole.History[^1].Action, whole.History[^1].Detail));
        // Who was merged goes along when that is merged, and into a merged one is into where it is.
        await cases.MergeAsync(1, 3, Amy, null, Cancelled);
        Assert.Equal(3, (await FileAsync(2)).Case.MergedInto);
        await cases.ChangeAsync(2, new ReopenCase(), Amy, null, Cancelled);
        Assert.Equal(3, (await cases.MergeAsync(2, 1, Amy, null, Cancelled)).Into!.Id);
    }

    [Fact]
    public async Task A_promise_raises_an_alert_two_hours_before_it_is_due_and_one_when_it_is_broken_whatever_became_of_the_case()
    {
        var (due, finder) = (Now.AddDays(1), new PromiseAlerts(desk.Store));
        await DoAsync(1, new PromiseCase("The bag is found", due));
        await DoAsync(1, new ResolveCase(CaseOutcome.AnsweredPublicly));
        Assert.Empty(await finder.FindAsync(Now, Cancelled));
        var coming = Assert.Single(await finder.FindAsync(due.AddHours(-2), Cancelled));
        Assert.Equal((AlertKind.PromiseDue, 1L), (coming.Kind, coming.Case));
        Assert.Contains("was promised \"The bag is found\" by", coming.Title, StringComparison.Ordinal);
        var broken = Assert.Single(await finder.FindAsync(due, Cancelled));
        Assert.EndsWith(", and it is not kept", broken.Title, StringComparison.Ordinal);
        Assert.NotEqual(coming.Key, broken.Key);
        Assert.Empty(await finder.FindAsync(due.AddDays(2), Cancelled));
        await DoAsync(1, new KeepPromise());
        Assert.Empty(await finder.FindAsync(due, Cancelled));
    }

    [Fact]
    public async Task A_promise_is_due_whatever_became_of_the_case_and_is_kept_or_broken()
    {
        var (friday, queues) = (Now.AddDays(2), new CaseQueues(desk.Store, new(), desk.Time));
        await DoAsync(1, new TeamCase("Baggage"));
        await DoAsync(1, new PromiseCase("The bag is found", friday));
        await DoAsync(1, new ResolveCase(CaseOutcome.AnsweredPublicly));
        Assert.Empty(await queues.ReadAsync(new(CaseView.PromiseDue, Amy.Name, null, null, 10), Cancelled));

        desk.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal((1L, "Baggage", "The bag is found", friday), Assert.Single(await queues.ReadAsync(new(CaseView.PromiseDue, Amy.Name, null, null, 10), Cancelled)) is var due
            ? (due.Id, due.Team, due.Promise, due.PromiseDue) : default);
        await DoAsync(1, new PromiseCase("The bag is there", friday.AddDays(1)));
        desk.Time.Advance(TimeSpan.FromDays(3));
        await DoAsync(1, new KeepPromise());
        Assert.False((await cases.ChangeAsync(1, new KeepPromise(), Amy, null, Cancelled)).Done);
        Assert.False((await cases.ChangeAsync(1, new PromiseCase("Yesterday", Now.AddDays(-1)), Amy, null, Cancelled)).Done);

        // The first was replaced in time, the second was done too late.
        Assert.Equal([null, false], (await FileAsync(1)).Promises.Select(promise => promise.KeptBy(Now)));
        await DoAsync(1, new PromiseCase("A voucher", Now.AddHours(1)));
        await DoAsync(1, new KeepPromise());
        await DoAsync(1, new PromiseCase("A letter", Now.AddHours(1)));
        Assert.Equal([null, false, true, null], (await FileAsync(1)).Promises.Select(promise => promise.KeptBy(Now)));
        desk.Time.Advance(TimeSpan.FromHours(2));
        await DoAsync(1, new WithdrawPromise());
        Assert.Equal([null, false, true, false], (await FileAsync(1)).Promises.Select(promise => promise.KeptBy(Now)));
        Assert.Null((await FileAsync(1)).Case.PromiseDue);
    }

    private async Task DoAsync(long id, CaseChange change) => Assert.True((await cases.ChangeAsync(id, change, Amy, null, Cancelled)).Done);

    private async Task<CaseFile> FileAsync(long id) => (await cases.ReadAsync(id, Cancelled))!;

    private ToldCase Told(ulong root, string author = "ana", string brand = "Acme", DateTimeOffset? closed = null)
    {
        var wait = new Wait { Brand = brand, Author = author, Number = 1, Opener = root, OpenedAt = Now, Episode = 1, ClosedAt = closed };
        var post = Some.Post($"{root}", $"Bag {root}?") with { Author = new Author(author, author) };
        return new(1000 + root, brand, author, [root], wait, new(post, Arrival.Live, "en", "complaint", "negative", "baggage"));
    }
}
