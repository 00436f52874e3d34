using Listening.Access;
using Listening.Cases;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Desk.Cases;
using Listening.Measuring.Searching;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>What cases do, whatever the database.</summary>
public abstract class CasesContract(TestDesk desk) : IAsyncLifetime
{
    private static readonly Actor Amy = new("amy@example.com", "192.0.2.7");
    private static readonly Actor Bob = new("bob@example.com", "192.0.2.8");
    private CaseBoard board = null!;
    private CaseDesk cases = null!;
    private CaseQueues queues = null!;
    private CaseOutbox outbox = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => desk.Time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        (board, cases) = (new(desk.Store, new(), desk.Time), new(desk.Store, new(), desk.Time));
        (queues, outbox) = (new(desk.Store, new(), desk.Time), new(desk.Store, desk.Time));
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_hundred_claim_at_once_and_one_wins()
    {
        var id = await OpenAsync();
        // Two desks share no queue, as two processes do.
        var other = new CaseDesk(desk.Another(), new(), desk.Time);
        desk.Time.Advance(TimeSpan.FromSeconds(1));

        var receipts = await Task.WhenAll(Enumerable.Range(0, 100)
            .Select(i => (i % 2 == 0 ? cases : other).ClaimAsync(id, new Actor($"agent{i}@example.com", null), null, Cancelled)));

        var winner = Assert.Single(receipts, receipt => receipt.Done).Case!.Assignee;
        Assert.All(receipts, receipt => Assert.Equal(winner, receipt.Case!.Assignee));
        var file = await FileAsync(id);
        Assert.Equal((winner, 2), (file.Case.Assignee, file.Case.Version));
        Assert.Single(file.History, moment => moment.Action == CaseAction.Claimed && moment.By == winner);
    }

    [Fact]
    public async Task Who_saw_an_older_version_changes_nothing_and_is_told_how_it_stands()
    {
        var id = await OpenAsync();
        Assert.True((await cases.ClaimAsync(id, Amy, 1, Cancelled)).Done);

        var late = await cases.ChangeAsync(id, new ResolveCase(CaseOutcome.AnsweredInPrivate), Bob, 1, Cancelled);

        Assert.Equal((false, "amy@example.com", 2), (late.Done, late.Case!.Assignee, late.Case.Version));
        Assert.Null((await FileAsync(id)).Case.Outcome);
        Assert.Equal(new CaseReceipt(false, null), await cases.ChangeAsync(999, new ReopenCase(), Bob, null, Cancelled));
    }

    [Fact]
    public async Task A_case_is_made_once_for_who_waits_and_is_young_and_came_in_live()
    {
        await OpenAsync();
        await board.TellAsync([Told(1), Told(2, arrival: Arrival.Backfill), Told(3, opened: Now - TimeSpan.FromDays(14)), Told(4, closed: Now)], Cancelled);

        var only = Assert.Single(await ReadAsync(CaseView.NeedsAnswer));
        Assert.Equal(((UInt128)1, "Where is my bag?", Now.AddHours(1), 1), (only.Root, only.Snippet, only.Due, only.Version));
        Assert.Equal([CaseAction.Opened], (await FileAsync(only.Id)).History.Select(moment => moment.Action));
    }

    [Fact]
    public async Task What_agents_do_is_kept_with_its_history()
    {
        var id = await OpenAsync();
        await DoAsync(id, new AssignCase("bob@example.com"));
        await DoAsync(id, new NoteOnCase("He called twice."));
        await DoAsync(id, new TagCase(["bag", "vip"], []));
        await DoAsync(id, new TagCase(["bag"], ["vip"]));
        await DoAsync(id, new ResolveCase(CaseOutcome.NoAnswerNeeded, "a joke"));
        await DoAsync(id, new ReopenCase());

        var file = await FileAsync(id);
        Assert.Equal(("bob@example.com", 2, 7, CaseStatus.Open), (file.Case.Assignee, file.Case.Episode, file.Case.Version, file.Case.StatusAt(Now)));
        Assert.Equal(["bag"], file.Tags);
        Assert.Equal("He called twice.", Assert.Single(file.Notes).Text);
        Assert.Equal(["Opened:", "Assigned:bob@example.com", "Noted:", "Tagged:+bag +vip", "Tagged:+bag -vip", "Resolved:NoAnswerNeeded: a joke", "Reopened:"],
            file.History.Select(moment => $"{moment.Action}:{moment.Detail}"));
        Assert.True(file.History.Zip(file.History.Skip(1)).All(pair => pair.First.At < pair.Second.At));
    }

    [Fact]
    public async Task The_outbox_keeps_what_the_clock_hears_until_it_is_told()
    {
        var id = await OpenAsync();
        await DoAsync(id, new NoteOnCase("Nothing for the clock."));
        await DoAsync(id, new ResolveCase(CaseOutcome.NoAnswerNeeded, "a joke"));
        await DoAsync(id, new ReopenCase());

        var pending = await outbox.PendingAsync(10, Cancelled);
        Assert.Equal([CaseEventKind.NoAnswerNeeded, CaseEventKind.Reopened], pending.Select(outgoing => outgoing.Event.Kind));
        Assert.Equal(((UInt128)1, "Acme", "ana", "a joke"), (pending[0].Post, pending[0].Event.Brand, pending[0].Event.Author, pending[0].Event.Reason));
        await outbox.DeliveredAsync([pending[0]], Cancelled);
        Assert.Equal([pending[1]], await outbox.PendingAsync(10, Cancelled));
    }

    [Fact]
    public async Task A_customer_who_writes_again_after_a_resolve_is_back_in_the_queue()
    {
        var id = await OpenAsync();
        await DoAsync(id, new ResolveCase(CaseOutcome.AnsweredPublicly));
        await board.TellAsync([Told(1)], Cancelled);
        Assert.Empty(await ReadAsync(CaseView.NeedsAnswer));

        desk.Time.Advance(TimeSpan.FromHours(2));
        await board.TellAsync([Told(1, opened: Now, number: 2, opener: 5)], Cancelled);

        var back = Assert.Single(await ReadAsync(CaseView.Reopened));
        Assert.Equal((id, 2, Now.AddHours(1), (UInt128)5), (back.Id, back.Episode, back.Due, back.Post));
        Assert.Equal(CaseAction.CameBack, (await FileAsync(id)).History[^1].Action);
    }

    [Theory]
    [InlineData(CaseOutcome.NotUs, "not us")]
    [InlineData(CaseOutcome.Spam, "spam")]
    [InlineData(CaseOutcome.NoAnswerNeeded, "no answer needed: a joke")]
    public async Task What_the_facts_heard_before_a_case_was_opened_again_takes_it_out_of_no_queue(CaseOutcome outcome, string leftOut)
    {
        var id = await OpenAsync();
        var told = Told(1);
        var resolved = told with { Latest = told.Latest! with { ResolvedAt = Now, LeftOut = leftOut } };
        await DoAsync(id, new ResolveCase(outcome, outcome == CaseOutcome.NoAnswerNeeded ? "a joke" : null));
        await DoAsync(id, new ReopenCase());
        // The facts hear of the resolve only now.
        await board.TellAsync([resolved], Cancelled);
        Assert.Equal(id, Assert.Single(await ReadAsync(CaseView.NeedsAnswer)).Id);

        await DoAsync(id, new ResolveCase(outcome, outcome == CaseOutcome.NoAnswerNeeded ? "a joke" : null));
        await board.TellAsync([resolved], Cancelled);
        Assert.Empty(await ReadAsync(CaseView.NeedsAnswer));
        await DoAsync(id, new ReopenCase());
        // And of the reopen not yet.
        Assert.Equal(id, Assert.Single(await ReadAsync(CaseView.NeedsAnswer)).Id);

        // A post that its words leave out is waited on by nobody.
        await board.TellAsync([told with { Latest = told.Latest! with { LeftOut = "excluded", Episode = 0 } }], Cancelled);
        Assert.Empty(await ReadAsync(CaseView.NeedsAnswer));
    }

    [Fact]
    public async Task Queues_and_their_counts_say_the_same()
    {
        var first = await OpenAsync();
        await board.TellAsync([.. Enumerable.Range(2, 5).Select(i => Told((ulong)i, opened: Now.AddMinutes(i), author: $"ana{i}", rival: i == 6 ? "Bolt" : null))], Cancelled);
        await DoAsync(first, new ClaimCase());
        await DoAsync(first + 1, new SnoozeCase(Now.AddHours(1)));
        desk.Time.Advance(TimeSpan.FromMinutes(34));

        var counts = (await queues.CountAsync(Cancelled)).Of(Amy.Name);
        foreach (var view in Enum.GetValues<CaseView>()) Assert.Equal((await ReadAsync(view)).Count, counts[view]);
        Assert.Equal([5, 1, 4, 3, 1, 0, 1, 0, 1, 0, 0, 0, 0], Enum.GetValues<CaseView>().Select(view => counts[view]));
        var page = await ReadAsync(CaseView.Unassigned, limit: 2);
        var rest = await ReadAsync(CaseView.Unassigned, after: (page[1].Rank, page[1].Id));
        // A competitor answered the sixth: a priority of 50 counts as half an hour.
        Assert.Equal([6, 3, 4, 5], page.Concat(rest).Select(found => (int)found.Root));
        Assert.Equal("ana4", Assert.Single(await ReadAsync(CaseView.NeedsAnswer, search: "BAG ana4")).Handle);
    }

    [Fact]
    public async Task When_two_conversations_turn_out_to_be_one_the_older_case_goes_on()
    {
        var first = await OpenAsync();
        await board.TellAsync([Told(2)], Cancelled);
        await board.TellAsync([Told(3)], Cancelled);
        // The second opens a wait still; the third joined an older one, and its own is told to be gone.
        await board.TellAsync([Told(3) with { Openers = [], Latest = null, Opener = null }, Told(1) with { Openers = [1, 2], Joined = [3] }], Cancelled);

        Assert.Equal(first, Assert.Single(await ReadAsync(CaseView.NeedsAnswer)).Id);
        foreach (var other in (long[])[first + 1, first + 2])
        {
            var merged = (await FileAsync(other)).Case;
            Assert.Equal((CaseOutcome.Merged, first, (UInt128)1001), (merged.Outcome, merged.MergedInto, merged.Conversation));
        }

        Assert.Equal([first + 1, first + 2], (await FileAsync(first)).Merged);
        Assert.Empty(await outbox.PendingAsync(10, Cancelled));
    }

    private async Task<long> OpenAsync()
    {
        await board.TellAsync([Told(1)], Cancelled);
        return Assert.Single(await ReadAsync(CaseView.NeedsAnswer)).Id;
    }

    private async Task DoAsync(long id, CaseChange change) => Assert.True((await cases.ChangeAsync(id, change, Amy, null, Cancelled)).Done);

    private async Task<CaseFile> FileAsync(long id) => (await cases.ReadAsync(id, Cancelled))!;

    private Task<List<Case>> ReadAsync(CaseView view, string? search = null, (DateTimeOffset, long)? after = null, int limit = 50) =>
        queues.ReadAsync(new(view, Amy.Name, SearchQuery.ParseOptional(search, SearchSubject.Cases), after, limit), Cancelled);

    private ToldCase Told(
        ulong root, DateTimeOffset? opened = null, DateTimeOffset? closed = null, int number = 1, ulong? opener = null, string author = "ana",
        Arrival arrival = Arrival.Live, string? rival = null, string? text = null)
    {
        var wait = new Wait
        {
            Brand = "Acme",
            Author = author,
            Number = number,
            Opener = opener ?? root,
            OpenedAt = opened ?? Now,
            Episode = number,
            ClosedAt = closed,
            Rival = rival,
        };
        // Each says something else: what says the same is one outbreak.
        var letters = new string((char)('a' + (root % 26)), 5);
        var post = Some.Post($"{opener ?? root}", text ?? (root == 1 ? "Where is my bag?" : $"My bag went {letters} {letters}")) with { Author = new Author(author, author) };
        return new(1000 + root, "Acme", author, opener is null ? [root] : [root, opener.Value], wait, new(post, arrival, "en", "complaint", "negative", "baggage"));
    }
}
