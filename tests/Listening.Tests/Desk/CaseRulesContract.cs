using Listening.Alerts;
using Listening.Cases;
using Listening.Cases.Ruling;
using Listening.Desk.Alerts;
using Listening.Desk.Cases.Ruling;
using Listening.Measuring.Searching;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>Rules, priority and outbreaks, whatever the database.</summary>
public abstract class CaseRulesContract(TestDesk desk) : IAsyncLifetime
{
    private RankedDesk ranked = null!;
    private CaseRuleBook book = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        (ranked, book) = (new(desk), new(desk.Store, new(), desk.Time));
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_rule_tags_gives_away_lifts_and_mutes_once_and_says_so_in_the_history()
    {
        await RuleAsync("bags", "bag", new() { Tags = ["baggage"], Assign = ["bob@example.com", "cem@example.com"], Priority = 70 });
        await RuleAsync("jokes", "tag:baggage joke", new() { Mute = true });
        await RuleAsync("off", "bag", new() { Tags = ["off"] }, enabled: false);
        await ranked.TellAsync(1, "My bag is gone since Monday");
        await ranked.TellAsync(2, "This bag is a joke and nothing more");
        await ranked.TellAsync(3, "Where may a bag be at night");

        var file = await ranked.FileAsync(1);
        Assert.Equal(("bob@example.com", 70, "rule: bags", false), (file.Case.Assignee, file.Case.Priority, file.Case.Reasons.Split('\n')[0], file.Case.Muted));
        Assert.Equal(["baggage"], file.Tags);
        Assert.Equal(["Opened listening", "Prioritized rule bags", "Assigned rule bags", "Tagged rule bags"], file.History.Select(moment => $"{moment.Action} {moment.By}"));
        Assert.Equal(("cem@example.com", true), ((await ranked.FileAsync(2)).Case.Assignee, (await ranked.FileAsync(2)).Case.Muted));
        Assert.Equal("bob@example.com", (await ranked.FileAsync(3)).Case.Assignee);
        Assert.Equal([1, 3], (await ranked.RowsAsync()).Select(row => (int)row.Root));

        // An agent takes it away; the case changes, and the rule does not come again.
        await ranked.DoAsync(1, new AssignCase(null));
        await ranked.TellAsync(1, "My bag is gone since Monday", rival: "Bolt");
        Assert.Null((await ranked.FileAsync(1)).Case.Assignee);
        Assert.Equal([3, 1, 0], (await book.ListAsync(Cancelled)).Select(rule => rule.Ran));
    }

    [Fact]
    public async Task A_rule_gives_to_a_team_and_raises_an_alert_that_nobody_takes_back()
    {
        await RuleAsync("bags", "bag", new() { Team = "Lost luggage", Alert = true });
        await ranked.TellAsync(1, "My bag is gone since Monday");
        await ranked.TellAsync(1, "My bag is gone since Monday", rival: "Bolt");

        var file = await ranked.FileAsync(1);
        Assert.Equal(("Lost luggage", "Lost luggage"), (file.Case.Team, file.History.Single(moment => moment.Action == CaseAction.Teamed).Detail));
        var (alerts, now) = (new AlertBook(desk.Store), desk.Time.GetUtcNow());
        Assert.Equal(0, await alerts.WithdrawAsync(now.AddDays(-1), now, Cancelled));
        var alert = Assert.Single(await alerts.ListAsync(null, 10, Cancelled)).Finding;
        Assert.Equal((AlertKind.RuleMatched, "bags: person1 writes to Acme", "/triage?case=1", 1L), (alert.Kind, alert.Title, alert.Link, alert.Case));
        Assert.Equal("My bag is gone since Monday", Assert.Single(alert.Posts).Text);

        // It goes the way of every alert, and another episode is another alert.
        var outbox = new AlertOutbox(desk.Store);
        Assert.True(await outbox.GatherAsync(["mail"], new(), now.AddMinutes(1), Cancelled));
        Assert.Equal("bags: person1 writes to Acme", Assert.Single(await outbox.PendingAsync(now.AddMinutes(1), Cancelled)).Content.Subject());
        await ranked.DoAsync(1, new ResolveCase(CaseOutcome.Spam));
        await ranked.DoAsync(1, new ReopenCase());
        Assert.Equal((await ranked.FileAsync(1)).Case.Episode, (await alerts.ListAsync(null, 10, Cancelled)).Count);
    }

    [Fact]
    public async Task By_load_who_has_least_gets_it_and_a_tag_that_an_agent_sets_wakes_a_rule()
    {
        await ranked.TellAsync(1, "One about trains here");
        await ranked.TellAsync(2, "Two about planes there");
        await ranked.TellAsync(3, "Three of ships elsewhere");
        await ranked.DoAsync(1, new AssignCase("bob@example.com"));
        await RuleAsync("vip", "tag:vip", new() { Assign = ["bob@example.com", "cem@example.com"], By = AssignBy.Load });

        await ranked.DoAsync(2, new TagCase(["vip"], []));
        await ranked.DoAsync(3, new TagCase(["vip"], []));

        Assert.Equal(("cem@example.com", "bob@example.com"), ((await ranked.FileAsync(2)).Case.Assignee, (await ranked.FileAsync(3)).Case.Assignee));
    }

    [Fact]
    public async Task A_rule_is_tried_on_the_last_week_and_changed_and_taken_away()
    {
        await ranked.TellAsync(1, "My bag is gone");
        desk.Time.Advance(TimeSpan.FromDays(7.5));
        await ranked.TellAsync(2, "A bag stands here alone");
        await ranked.TellAsync(3, "No luggage at all today");

        var (matched, all, newest) = await book.TryAsync(SearchQuery.Parse("bag", SearchSubject.Cases), 20, Cancelled);
        Assert.Equal((1, 2, (UInt128)2), (matched, all, Assert.Single(newest).Root));
        Assert.Empty((await ranked.FileAsync(2)).Tags);

        var rule = await RuleAsync("bags", "bag", new() { Tags = ["bag"] });
        Assert.Null(await book.AddAsync(new("bags", "x", new() { Mute = true }, true), "amy", Cancelled));
        var (before, after) = await book.ChangeAsync(rule.Id, one => new(one.Name, "luggage", one.Actions, false), "bob", Cancelled);
        Assert.Equal(("bag", true, "luggage", false, "bob"), (before!.Query, before.Enabled, after!.Query, after.Enabled, after.By));
        Assert.Equal(rule.Id, (await book.RemoveAsync(rule.Id, Cancelled))!.Id);
        Assert.Null(await book.RemoveAsync(rule.Id, Cancelled));
        Assert.Empty(await book.ListAsync(Cancelled));
    }

    [Fact]
    public async Task What_says_the_same_is_one_row_and_whoever_is_done_leaves_it_to_the_next()
    {
        for (var i = 1; i <= 7; i++) await ranked.TellAsync((ulong)i, $"@acme your app is down again and nobody says why {(i == 7 ? "sigh" : "")} https://t.example/{i}");
        await ranked.TellAsync(8, "Where is my bag since Monday");

        var rows = await ranked.RowsAsync();
        Assert.Equal([1, 8], rows.Select(row => (int)row.Root).Order());
        var similar = await ranked.Queues.SimilarAsync(CaseView.NeedsAnswer, RankedDesk.Amy.Name, rows, Cancelled);
        Assert.Equal((1L, 6), (Assert.Single(similar).Key, similar[1]));
        Assert.Contains("6 similar within an hour", rows.Single(row => row.Root == 1).Reasons, StringComparison.Ordinal);
        Assert.Equal(7, (await ranked.FindAsync("outbreak:1")).Length);

        await ranked.DoAsync(1, new ResolveCase(CaseOutcome.AnsweredInPrivate));
        Assert.Equal([6, 8], (await ranked.RowsAsync()).Select(row => (int)row.Root).Order());
        // Another process, or the same one after a start, knows the outbreak from the cases.
        var later = new RankedDesk(desk);
        await later.TellAsync(9, "@acme your app is down again and nobody says why");
        Assert.Equal(1, (await later.FileAsync(9)).Case.Outbreak);
        desk.Time.Advance(TimeSpan.FromHours(25));
        await later.TellAsync(10, "@acme your app is down again and nobody says why");
        Assert.Null((await later.FileAsync(10)).Case.Outbreak);
    }

    [Fact]
    public async Task What_may_be_lost_comes_first_and_stands_at_risk_with_its_reasons()
    {
        await ranked.TellAsync(1, "My bag is late");
        await ranked.TellAsync(2, "Nie wieder! I talk to my lawyer now", followers: 25_000);
        await ranked.TellAsync(3, "Is this a thing or another", intent: "not_sure", sentiment: "neutral");

        Assert.Equal([2, 1, 3], (await ranked.RowsAsync()).Select(row => (int)row.Root));
        var risk = Assert.Single(await ranked.RowsAsync(CaseView.AtRisk));
        Assert.Equal((2, 100), ((int)risk.Root, risk.Priority));
        Assert.Equal(["names a lawyer or an authority", "threatens to leave", "25,000 followers", "negative tone"], risk.Reasons.Split('\n'));
        Assert.Equal(3, (int)Assert.Single(await ranked.RowsAsync(CaseView.NotSure)).Root);
        await ranked.TellAsync(1, "My bag is late", rival: "Bolt");
        Assert.Equal("Bolt answered first\nnegative tone", (await ranked.FileAsync(1)).Case.Reasons);
    }

    private async Task<CaseRule> RuleAsync(string name, string query, CaseRuleActions actions, bool enabled = true) =>
        (await book.AddAsync(new(name, query, actions, enabled), "amy@example.com", Cancelled))!;
}
