using Listening.Calendars;
using Listening.Cases;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Desk.Cases;
using Listening.Desk.Cases.Ruling;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>Targets for a priority and what they do to cases, whatever the database.</summary>
public abstract class PriorityTargetsContract(TestDesk desk) : IAsyncLifetime
{
    private RankedDesk ranked = null!;
    private CaseRules rules = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        Promise(new() { Name = "urgent", Priority = 50, FirstAnswer = 300, NextAnswer = 60 }, new() { Name = "all", FirstAnswer = 3600, NextAnswer = 1800 });
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_case_is_due_by_the_target_of_its_priority_and_anew_when_that_changes_and_each_priority_is_recorded()
    {
        var opened = desk.Time.GetUtcNow();
        await ranked.TellAsync(1, "My bag is late", sentiment: "neutral");
        await ranked.TellAsync(2, "My lawyer will write to you", followers: 25_000);
        Assert.Equal(opened.AddHours(1), await DueAsync(1));
        Assert.Equal(opened.AddMinutes(5), await DueAsync(2));

        // A competitor answers first: 40, and 10 for the tone that somebody corrects.
        await ranked.TellAsync(1, "My bag is late", rival: "Bolt");
        Assert.Equal(opened.AddMinutes(5), await DueAsync(1));
        Assert.Equal(["50"], await RecordedAsync(1));
        Assert.Equal(["67"], await RecordedAsync(2));
        // The queue has it in its new order.
        Assert.Equal([2, 1], (await ranked.RowsAsync()).Select(row => (int)row.Root));
    }

    [Fact]
    public async Task A_rule_that_lifts_a_case_makes_it_due_sooner()
    {
        await new CaseRuleBook(desk.Store, rules, desk.Time).AddAsync(new("bags", "bag", new() { Priority = 80 }, true), "amy@example.com", Cancelled);
        await ranked.TellAsync(1, "My bag is late");
        Assert.Equal(desk.Time.GetUtcNow().AddMinutes(5), await DueAsync(1));
        Assert.Equal(["10", "80"], await RecordedAsync(1));
    }

    [Fact]
    public async Task A_later_answer_is_due_as_later_ones_are_also_when_the_priority_changes_after_it_was_asked_for()
    {
        var asked = desk.Time.GetUtcNow();
        var wait = new Wait { Brand = "Acme", Author = "ana", Number = 2, Opener = 2, OpenedAt = asked, Episode = 1, FirstOfEpisode = false };
        await ranked.Board.TellAsync([new(1, "Acme", "ana", [1, 2], wait, new(Some.Post("2", "And my bag?"), Arrival.Live, "en", "", "", ""))], Cancelled);
        Assert.Equal(asked.AddMinutes(30), await DueAsync(1));
        await new CaseRuleBook(desk.Store, rules, desk.Time).AddAsync(new("bags", "bag", new() { Priority = 80 }, true), "amy@example.com", Cancelled);
        await ranked.DoAsync(1, new TagCase(["bag"], []));
        Assert.Equal(asked.AddMinutes(1), await DueAsync(1));
    }

    [Fact]
    public async Task Where_no_target_is_for_a_priority_nothing_is_recorded()
    {
        Promise(new AnswerTarget { Name = "all", FirstAnswer = 3600 });
        await ranked.TellAsync(1, "My lawyer will write to you");
        await ranked.TellAsync(1, "My lawyer will write to you", rival: "Bolt");
        Assert.Empty(await RecordedAsync(1));
        Assert.Equal(desk.Time.GetUtcNow().AddHours(1), await DueAsync(1));
    }

    [Fact]
    public async Task When_targets_that_reach_back_ask_for_a_priority_that_of_a_case_is_recorded_once_when_it_is_told_again()
    {
        var opened = desk.Time.GetUtcNow();
        Promise(new AnswerTarget { Name = "all", FirstAnswer = 3600 });
        await ranked.TellAsync(1, "My lawyer will write to you");
        Promise(new() { Name = "urgent", Priority = 50, FirstAnswer = 300 }, new() { Name = "all", FirstAnswer = 3600 });
        for (var time = 0; time < 2; time++) await ranked.TellAsync(1, "My lawyer will write to you");
        Assert.Equal(opened.AddMinutes(5), await DueAsync(1));
        Assert.Equal(["55"], await RecordedAsync(1));
    }

    private void Promise(params AnswerTarget[] targets)
    {
        var version = new TargetsVersion(1, desk.Time.GetUtcNow().AddDays(-1), desk.Time.GetUtcNow().AddDays(-1), "amy", "", new() { Targets = targets });
        rules = new() { Targets = new(new TargetsInUse([version], TimeSpan.FromHours(1))) };
        ranked = new(desk, rules);
    }

    private async Task<DateTimeOffset> DueAsync(long id) => (await ranked.FileAsync(id)).Case.Due;

    // What the facts are told of it.
    private async Task<IEnumerable<string?>> RecordedAsync(ulong root) => (await new CaseOutbox(desk.Store, desk.Time).PendingAsync(100, Cancelled))
        .Where(told => told.Event.Kind == CaseEventKind.Prioritized && told.Post == root).Select(told => told.Event.Reason);
}
