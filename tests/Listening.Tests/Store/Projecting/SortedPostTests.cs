using Listening.Classifying;
using Listening.Collecting;
using Listening.Conversations;
using Xunit;

namespace Listening.Tests.Store.Projecting;

/// <summary>What models said of a version stands in its row, and the facts are derived from it.</summary>
public sealed class SortedPostTests(EngineFixture engine)
{
    [Fact]
    public async Task A_wait_opens_from_the_recall_point_on_whatever_the_likeliest_intent()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(Asking("1", "other", 0.15f), Asking("2", "complaint", 0.14f), Asking("3", "not_sure", 0.3f), Post("4"));
        Assert.Equal(["1", "3", "4"], await OpenedAsync(store));
        var row = (await store.ReadAsync("SELECT intent, sentiment, topic FROM waits WHERE opener_id = '3'"))[0];
        Assert.Equal(("not_sure", "negative", "delay"), (row["intent"], row["sentiment"], row["topic"]));
    }

    [Fact]
    public async Task A_persons_intent_decides_alone_and_newer_models_beat_older_ones()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(Asking("1", "complaint", 0.9f), Asking("2", "praise", 0.01f), Asking("3", "praise", 0.01f));
        await SayAsync(store, "1", "intent", "praise", byPerson: true, 1, minutes: -60);
        await SayAsync(store, "2", "intent", "question", byPerson: true, 1, minutes: -60);
        await SayAsync(store, "3", "needs_answer", "yes", byPerson: false, 0.8f, minutes: -60);
        Assert.Equal(["2"], await OpenedAsync(store));
        await SayAsync(store, "3", "needs_answer", "yes", byPerson: false, 0.8f, minutes: 60);
        Assert.Equal(["2", "3"], await OpenedAsync(store));
    }

    [Fact]
    public async Task An_edit_is_what_its_own_words_are_whichever_version_came_last()
    {
        var first = Asking("1", "complaint", 0.9f);
        var edit = Asking("1", "praise", 0.01f) with { Post = first.Post with { Text = "solved, thanks @acme", EditedAt = Some.Instant.AddMinutes(5) } };
        foreach (var order in (CollectedPost[][])[[first, edit], [edit, first]])
        {
            await using var store = await OpenStore.NewAsync(engine);
            foreach (var version in order) await store.StoreAndProjectAsync(version);
            Assert.Equal("praise", (await store.ReadAsync("SELECT intent FROM posts"))[0]["intent"]);
            Assert.Empty(await OpenedAsync(store));
        }
    }

    [Fact]
    public async Task Another_recall_point_is_a_rebuild_from_what_is_stored()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(Asking("1", "other", 0.2f), Asking("2", "complaint", 0.9f));
        Assert.Equal(["1", "2"], await OpenedAsync(store));
        using var strict = store.Room.Projector(OpenStore.Registry, new ClockRules { OpensFrom = 0.5 });
        Assert.True(await strict.IsRebuildNeededAsync(TestContext.Current.CancellationToken));
        await strict.CatchUpAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["2"], await OpenedAsync(store));
        Assert.False(await strict.IsRebuildNeededAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Labels_outlive_the_words_and_a_rebuild_derives_the_same_facts_from_them()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.StoreAndProjectAsync(Asking("1", "other", 0.2f), Asking("2", "praise", 0.01f), Answer("3", "1"));
        const string facts = "SELECT id, intent, sentiment, topic, answer_kind, use_case FROM posts ORDER BY id";
        var before = await LinesAsync(store, facts);
        Assert.Equal(["1|other|negative|delay||", "2|praise|negative|delay||", "3||||link only|"], before);
        await store.Room.Redactor(OpenStore.Registry, store.Projector).RedactOlderThanAsync(Some.Instant.AddDays(1), TestContext.Current.CancellationToken);
        await store.Projector.RebuildAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal(before, await LinesAsync(store, facts));
        Assert.Equal(["1"], await OpenedAsync(store));
    }

    private static async Task<string[]> OpenedAsync(OpenStore store) =>
        [.. (await store.ReadAsync("SELECT opener_id FROM waits ORDER BY opener_id")).Select(row => row.Get<string>("opener_id"))];

    private static async Task<string[]> LinesAsync(OpenStore store, string sql) => [.. (await store.ReadAsync(sql)).Select(row => string.Join('|', row.Values))];

    private static async Task SayAsync(OpenStore store, string id, string task, string value, bool byPerson, float confidence, int minutes)
    {
        await store.Room.Posts.AppendAsync(
            [new PostLabel(new("mastodon", id), task, value, byPerson, Some.Instant.AddMinutes(minutes), confidence, "m2")], TestContext.Current.CancellationToken);
        await store.ProjectAsync();
    }

    private static CollectedPost Post(string id) => new(Some.Post(id, "where is my parcel @acme", author: $"author{id}", mentions: "acme"), Some.Instant, Arrival.Live);

    private static CollectedPost Asking(string id, string intent, float probability) => Post(id) with
    {
        Labels =
        [
            Label(id, "intent", intent, 0.9f), Label(id, "needs_answer", probability >= 0.5f ? "yes" : "no", probability), Label(id, "sentiment", "negative", 0.7f),
            Label(id, "topic", "delay", 0.6f), Label(id, "language", "en", 1),
        ],
    };

    private static CollectedPost Answer(string id, string parent) =>
        new(Some.Post(id, "see our page", author: "acme", inReplyTo: parent, at: Some.Instant.AddMinutes(3)), Some.Instant, Arrival.Live)
        {
            Labels = [Label(id, "answer_kind", "link_only", 0.8f), Label(id, "intent", "other", 0.9f), Label(id, "sentiment", "neutral", 0.9f)],
        };

    private static PostLabel Label(string id, string task, string value, float confidence) =>
        new(new("mastodon", id), task, value, ByPerson: false, Some.Instant, confidence, "m1");
}
