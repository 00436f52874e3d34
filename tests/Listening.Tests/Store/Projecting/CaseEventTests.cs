using Listening.Cases;
using Listening.Collecting;
using Listening.Conversations;
using Xunit;

namespace Listening.Tests.Store.Projecting;

/// <summary>What agents do to cases, through the store: the golden cases with their clicks, events sent twice, and a rebuild.</summary>
public sealed class CaseEventTests(EngineFixture engine)
{
    private static readonly DateTimeOffset Start = Some.Instant;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case_03_a_bot_resolves_and_the_customer_comes_back_the_second_episode_is_answered_in_ten_minutes()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var friday = (4 * 24 * 60) + 295;
        await store.StoreAndProjectAsync(Customer("1", 0), Reply("2", "1", 5, bot: true));
        await DoAsync(store, "1", 6, CaseEventKind.Resolved);
        await store.StoreAndProjectAsync(Customer("3", friday, "2"), Reply("4", "3", friday + 10));

        var waits = await store.WaitsAsync("1");
        Assert.Equal([(1, true), (2, true)], waits.Select(wait => (wait.Episode, wait.FirstOfEpisode)));
        Assert.Equal((Start.AddMinutes(6), null), (waits[0].ResolvedAt, waits[0].ClosedAt));
        Assert.Equal(TimeSpan.FromMinutes(10), waits[1].ClosedAt - waits[1].OpenedAt);
    }

    [Fact]
    public async Task Case_04_resolved_after_the_answer_and_opened_again_is_two_episodes()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(Customer("1", 0), Reply("2", "1", 10));
        await DoAsync(store, "1", 5, CaseEventKind.Assigned);
        await DoAsync(store, "1", 11, CaseEventKind.Resolved);
        await store.StoreAndProjectAsync(Customer("3", 45, "2"));

        var waits = await store.WaitsAsync("1");
        Assert.Equal([1, 2], waits.Select(wait => wait.Episode));
        Assert.Equal(TimeSpan.FromMinutes(10), waits[0].ClosedAt - waits[0].OpenedAt);
        Assert.Null(waits[1].ClosedAt);
    }

    [Theory]
    [InlineData(CaseEventKind.NoAnswerNeeded, "a joke", "no answer needed: a joke")]
    [InlineData(CaseEventKind.NotUs, null, "not us")]
    [InlineData(CaseEventKind.Spam, null, "spam")]
    public async Task What_needs_no_answer_leaves_the_cohort_and_comes_back_with_a_reopen(CaseEventKind kind, string? reason, string leftOut)
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(Customer("1", 0));
        await DoAsync(store, "1", 5, kind, reason);
        var wait = Assert.Single(await store.WaitsAsync("1"));
        Assert.Equal((leftOut, Start.AddMinutes(5)), (wait.LeftOut, wait.ResolvedAt));

        await DoAsync(store, "1", 9, CaseEventKind.Reopened);
        wait = Assert.Single(await store.WaitsAsync("1"));
        Assert.Equal(("", null, Start), (wait.LeftOut, wait.ResolvedAt, wait.OpenedAt));
    }

    [Fact]
    public async Task Events_sent_twice_and_a_rebuild_change_nothing()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(Customer("1", 0), Customer("9", 3, author: "bob"));
        var resolved = await DoAsync(store, "1", 5, CaseEventKind.Resolved);
        await store.StoreAndProjectAsync(Customer("3", 45, "1"), Reply("4", "3", 60));
        await DoAsync(store, "9", 6, CaseEventKind.NoAnswerNeeded, "a joke", "bob");
        var before = await Facts.OfAsync(store);

        await store.Room.CaseEvents.AppendAsync([resolved, resolved], Cancelled);
        await store.ProjectAsync();
        Assert.Equal(before, await Facts.OfAsync(store));
        await store.Projector.RebuildAsync(null, Cancelled);
        Assert.Equal(before, await Facts.OfAsync(store));
        // A start finds the order of arrival again, behind events too.
        await using var again = await store.AgainAsync();
        await again.StoreAndProjectAsync(Reply("5", "1", 70));
        Assert.Equal([1, 2], (await again.WaitsAsync("1")).Select(wait => wait.Episode));
    }

    [Fact]
    public async Task An_event_goes_with_its_post_when_the_conversation_turns_out_to_be_another()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(Customer("3", 30, "2"));
        await DoAsync(store, "3", 40, CaseEventKind.Resolved);
        await store.StoreAndProjectAsync(Reply("root", null, -60));
        await store.StoreAndProjectAsync(Reply("2", "root", 10));

        Assert.Equal(Start.AddMinutes(40), Assert.Single(await store.WaitsAsync("root")).ResolvedAt);
    }

    [Fact]
    public async Task The_desk_hears_of_our_waits_and_of_those_that_are_gone()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var heard = new Heard();
        store.Projector.Dispose();
        using var projector = store.Room.Projector(new Listening.Brands.CurrentRegistry(OpenStore.Registry), new(), cases: heard);
        var complaint = Customer("1", 0);
        await store.StoreAsync(complaint, Customer("9", 3, author: "bob") with { Arrival = Arrival.Backfill });
        await projector.CatchUpAsync(Cancelled);
        Assert.Equal([("ana", true, Arrival.Live), ("bob", true, Arrival.Backfill)],
            heard.Last.OrderBy(told => told.Author).Select(told => (told.Author, told.Waiting, told.Opener!.Arrival)));
        Assert.Equal("My parcel is lost @acme", heard.Last.First(told => told.Author == "ana").Opener!.Snippet);

        await store.StoreAsync(Reply("2", "1", 10));
        await projector.CatchUpAsync(Cancelled);
        var told = Assert.Single(heard.Last);
        Assert.Equal((false, Start.AddMinutes(10), null), (told.Waiting, told.Latest!.ClosedAt, told.Opener));
    }

    private static async Task<OutgoingCaseEvent> DoAsync(
        OpenStore store, string post, double minutes, CaseEventKind kind, string? reason = null, string author = "ana")
    {
        var done = new OutgoingCaseEvent(Guid.NewGuid(), PostKey.Of("mastodon", post), new(Start.AddMinutes(minutes), "Acme", author, kind, reason));
        await store.Room.CaseEvents.AppendAsync([done], Cancelled);
        await store.ProjectAsync();
        return done;
    }

    private static CollectedPost Customer(string id, double minutes, string? inReplyTo = null, string author = "ana") =>
        Collected(Some.Post(id, "My parcel is lost @acme", author: author, at: Start.AddMinutes(minutes), inReplyTo: inReplyTo, mentions: "acme"));

    private static CollectedPost Reply(string id, string? inReplyTo, double minutes, bool bot = false) =>
        Collected(Some.Post(id, $"We look into it, {id}.", author: "acme", at: Start.AddMinutes(minutes), inReplyTo: inReplyTo) is var post
            ? post with { Author = post.Author with { Bot = bot } } : null!);

    private static CollectedPost Collected(Post post) => new(post, post.SourcePostedAt.AddSeconds(1), Arrival.Live);

    private sealed class Heard : ICaseBoard
    {
        public List<ToldCase> Last { get; private set; } = [];

        public Task TellAsync(IReadOnlyList<ToldCase> told, CancellationToken cancellationToken)
        {
            Last = [.. told];
            return Task.CompletedTask;
        }
    }
}
