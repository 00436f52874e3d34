using Listening.Cases;
using Listening.Cases.Asking;
using Listening.Desk.Cases.Searching;
using Listening.Desk.Replying;
using Listening.Measuring;
using Listening.Measuring.Searching;
using Listening.Tests.Measuring;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>The search language over cases, whatever the database.</summary>
public abstract class CaseSearchContract(TestDesk desk) : IAsyncLifetime
{
    private static readonly string[] Hostile =
    [
        "'; DROP TABLE cases; --", "' OR '1'='1", "\") MATCH \"x", "x' UNION SELECT * FROM people --", "%", "_", "\\", "{signed} : x", "NEAR(a b)", "a:* | b", "'a' <-> 'b'", "\u0000x", "𝒳''", "1) OR (1=1",
    ];

    private RankedDesk ranked = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        ranked = new(desk);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_search_finds_what_it_says()
    {
        await ranked.TellAsync(1, "My refund is still late, nobody answers", "ana", followers: 12_000);
        await ranked.TellAsync(2, "Refunds? C++ app crashes & #outage again 🤬", "ben", language: "de", sentiment: "neutral");
        await ranked.TellAsync(3, "請求書がまだ届きません どうして", "chie", language: "ja", rival: "Bolt");
        await ranked.TellAsync(4, "late again, and the third refund I ask for came never", "Ana2", source: "bluesky", intent: "not_sure", sentiment: "neutral");
        await ranked.DoAsync(1, new TagCase(["vip"], []));
        await ranked.DoAsync(2, new ClaimCase());
        await ranked.DoAsync(2, new NoteOnCase("He called."));
        await ranked.DoAsync(3, new TeamCase("Lost luggage"));

        (string Search, int[] Found)[] asked =
        [
            ("refund", [1, 4]), ("REFUND*", [1, 2, 4]), ("\"still late\"", [1]), ("\"late still\"", []), ("refund AND NOT late", []), ("refund OR outage", [1, 2, 4]),
            ("late NEAR/2 refund", [1]), ("late NEAR/4 refund", [1, 4]), ("refund NEAR/4 late", [1, 4]), ("c++", [2]), ("c", [2]), ("#outage", [2]), ("#refund", []), ("🤬", [2]), ("届きません", [3]), ("きま*", [3]),
            ("-refund -crashes", [3]), ("(refund OR 請求書) NOT (lang:en OR lang:ja)", []), ("ana", [1]), ("ana*", [1, 4]),
            ("author:ana", [1]), ("author:ANA*", [1, 4]), ("author:@ben", [2]), ("source:bluesky", [4]), ("lang:de", [2]), ("topic:baggage", [1, 2, 3, 4]), ("intent:not_sure", [4]),
            ("sentiment:neutral", [2, 4]), ("brand:acme", [1, 2, 3, 4]), ("followers:>1000", [1]), ("NOT followers:>1000", [2, 3, 4]),
            ("assignee:me", [2]), ("owner:nobody", [1, 3, 4]), ("assignee:amy*", [2]), ("NOT assignee:bob@example.com", [1, 2, 3, 4]), ("tag:VIP", [1]), ("tag:v*", [1]), ("NOT tag:vip", [2, 3, 4]), ("team:\"lost luggage\"", [3]), ("team:lost*", [3]), ("team:lost", []), ("team:none", [1, 2, 4]), ("NOT team:lost*", [1, 2, 4]),
            ("has:note", [2]), ("has:tag", [1]), ("has:competitor-reply", [3]), ("state:open", [1, 2, 3, 4]), ("state:waiting NOT state:answered", [1, 2, 3, 4]), ("state:resolved", []),
            ("view:mine", [2]), ("view:not_sure OR view:at_risk", [3, 4]), ("priority:>=50", [3]), ("priority:<50", [1, 2, 4]), ("episode:1", [1, 2, 3, 4]), ("outbreak:1", []), ("outcome:spam", []),
            ("due:late", []), ("due:<61m", [1, 2, 3, 4]), ("due:>2h", []), ($"due:<2026-03-02T10:00Z", []), ("before:2026-03-02T09:00Z", []), ("after:2026-03-02T09:00Z", [1, 2, 3, 4]),
        ];
        foreach (var (search, found) in asked) Assert.Equal((search, string.Join(' ', found)), (search, string.Join(' ', (await ranked.FindAsync(search)).Order())));
    }

    [Fact]
    public async Task What_is_edited_is_found_by_its_new_words_and_what_is_done_by_its_outcome()
    {
        await ranked.TellAsync(1, "My bag is gone");
        await ranked.TellAsync(1, "My suitcase is gone");

        await FindsAsync("bag");
        await FindsAsync("suitcase", 1);
        await ranked.DoAsync(1, new SnoozeCase(desk.Time.GetUtcNow().AddHours(1)));
        Assert.Equal(1, Assert.Single(await ranked.FindAsync("state:snoozed", CaseView.Snoozed)));
        var search = new CaseSearch(SearchQuery.Parse("suitcase", SearchSubject.Cases), RankedDesk.Amy.Name);
        Assert.Equal(1, await ranked.Queues.CountAsync(search, Cancelled));
        await ranked.DoAsync(1, new ResolveCase(CaseOutcome.Spam));
        Assert.Equal(0, await ranked.Queues.CountAsync(search, Cancelled));
    }

    [Fact]
    public async Task Whoever_was_asked_inside_is_waited_for_until_they_answer()
    {
        var questions = new QuestionOutbox(desk.Store, desk.Time);
        for (var root = 1; root <= 3; root++) await ranked.TellAsync((ulong)root, $"{root} @acme your app is down again and nobody says why");
        var asked = desk.Time.GetUtcNow();
        foreach (var id in new long[] { 1, 3 })
            await questions.AddAsync(new() { Id = Guid.CreateVersion7(asked), CaseId = id, Channel = Guid.Empty, Source = "chat", Text = "Why?", By = "amy@example.com", WrittenAt = asked, Next = asked }, Cancelled);

        // Each was asked for, outbreak or not.
        Assert.Equal([1, 3], (await ranked.RowsAsync(CaseView.WaitingForExpert)).Select(row => (int)row.Root).Order());
        Assert.Equal(2, Assert.Single(await ranked.FindAsync("NOT view:waiting_for_expert")));
        Assert.Equal(2, (await ranked.Queues.CountAsync(Cancelled)).Of("amy")[CaseView.WaitingForExpert]);

        var taken = await questions.TakeAsync("one", Cancelled);
        await questions.WriteAsync(taken!, taken! with { State = QuestionState.Answered, Next = null, AskedAt = asked, AnsweredAt = asked, AnsweredBy = "di", AnswerId = "9", Answer = "A cable." }, Cancelled);
        Assert.Single(await ranked.RowsAsync(CaseView.WaitingForExpert));
        Assert.Equal(1, (await ranked.Queues.CountAsync(Cancelled)).Of("amy")[CaseView.WaitingForExpert]);
    }

    [Fact]
    public async Task Hostile_text_in_any_field_is_text()
    {
        await ranked.TellAsync(1, "My bag is gone");
        foreach (var text in Hostile)
        {
            var quoted = text.Replace("\"", "", StringComparison.Ordinal);
            foreach (var field in new[] { "", "text:", "author:", "source:", "lang:", "topic:", "brand:", "assignee:", "owner:", "team:", "tag:" })
                if (field is not ("" or "text:") || SearchWords.Of(quoted).Count > 0)
                    Assert.Equal((field, text, 0), (field, text, (await ranked.FindAsync($"{field}\"{quoted}\"")).Length));
        }

        for (var i = 0; i < Hostile.Length; i++) await ranked.TellAsync((ulong)(100 + i), Hostile[i], handle: Hostile[i]);
        await FindsAsync("bag", 1);
        await FindsAsync("author:\"'; DROP TABLE cases; --\"", 100);
        Assert.Equal(Hostile.Length, (await ranked.FindAsync(string.Join(" AND ", Enumerable.Repeat("(NOT bag OR zzz*)", 33)))).Length);
    }

    [Fact]
    public async Task Every_field_takes_every_hostile_text_for_a_text()
    {
        await ranked.TellAsync(1, "My bag is gone");
        await ranked.DoAsync(1, new ClaimCase());
        await ranked.DoAsync(1, new TagCase(["vip"], []));
        await ranked.DoAsync(1, new TeamCase("Lost luggage"));
        var asked = 0;
        foreach (var text in HostileSearches.Of(SearchSubject.Cases).Where((_, index) => index % 3 == 0))
        {
            SearchQuery search;
            try
            {
                search = SearchQuery.Parse(text, SearchSubject.Cases);
            }
            catch (MetricQuestionException)
            {
                continue;
            }

            var found = await ranked.FindAsync(text);
            asked++;
            // No field of the case says anything of the kind; numbers and instants may.
            if (search.Condition is FieldIs { Value.Length: > 0 } or CaseFieldIs { Field: CaseField.Assignee or CaseField.Team or CaseField.Tag, Value.Length: > 0 } or HasWords { Beginning: false } or HasNear) Assert.Equal((text, 0), (text, found.Length));
        }

        Assert.True(asked > 200, $"{asked}");
    }

    [Fact]
    public async Task Kept_searches_are_each_persons_own()
    {
        var views = new SavedViews(desk.Store);
        var first = await views.SaveAsync("amy", "Refunds", "refund", Cancelled);
        await views.SaveAsync("bob", "Refunds", "refund*", Cancelled);
        var again = await views.SaveAsync("amy", "Refunds", "refund OR money", Cancelled);

        Assert.Equal((first!.Id, "refund OR money"), (again!.Id, Assert.Single(await views.ListAsync("amy", Cancelled)).Query));
        Assert.False(await views.RemoveAsync("bob", first.Id, Cancelled));
        Assert.True(await views.RemoveAsync("amy", first.Id, Cancelled));
        Assert.Empty(await views.ListAsync("amy", Cancelled));
        for (var i = 0; i < SavedViews.Most; i++) Assert.NotNull(await views.SaveAsync("amy", $"view {i}", "refund", Cancelled));
        Assert.Null(await views.SaveAsync("amy", "one more", "refund", Cancelled));
    }

    private async Task FindsAsync(string search, params int[] roots)
    {
        var found = await ranked.FindAsync(search);
        Assert.Equal(roots, found);
    }
}
