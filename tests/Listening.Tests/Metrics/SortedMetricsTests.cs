using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>What labels make measurable, against a count of our own over the same random facts.</summary>
public sealed class SortedMetricsTests(EngineFixture engine) : FactsTest(engine)
{
    [Theory]
    [InlineData("complaints", "complaint")]
    [InlineData("questions", "question")]
    [InlineData("praise", "praise")]
    public async Task Each_intent_is_counted_among_all_posts_that_stand(string metric, string intent)
    {
        string[] intents = ["complaint", "question", "praise", "other", "not_sure", ""];
        SeededPost[] posts = [.. new RandomFacts(21).Posts(200, Noon).Select((post, at) => post with { Intent = intents[at % intents.Length] })];
        await Facts.AddAsync(posts);
        var standing = posts.Where(post => !(post.DeletedAt <= Later)).ToList();
        var answer = await AskAsync(About(metric) with { By = "topic" });
        Assert.Equal((standing.Count(post => post.Intent == intent), standing.Count), (answer.N, answer.Of));
        Assert.Equal(
            standing.Where(post => post.Intent == intent).GroupBy(post => post.Topic).Select(topic => (topic.Key, (long)topic.Count())).Order(),
            answer.Series.Where(point => point.N > 0).Select(point => (point.Group!, point.N)).Order());
    }

    [Theory]
    [InlineData("topic")]
    [InlineData("intent")]
    [InlineData("sentiment")]
    public async Task Waits_are_grouped_by_what_their_opener_is(string dimension)
    {
        var random = new RandomFacts(22);
        var waits = random.Waits(random.Posts(200, Noon));
        await Facts.AddAsync(waits);
        var expected = waits.Where(wait => wait is { Own: true, First: true, LeftOut: "" })
            .GroupBy(wait => dimension switch { "topic" => wait.Topic, "intent" => wait.Intent, _ => wait.Sentiment })
            .Select(group => (group.Key, (long)group.Count())).Order();
        Assert.Equal(expected, (await AskAsync(About("frt") with { By = dimension })).Series.Select(point => (point.Group!, point.N)).Order());
    }

    [Fact]
    public async Task Internal_posts_are_grouped_by_their_use_case_and_found_by_it()
    {
        await Facts.AddAsync(Inside("question"), Inside("question"), Inside("sharing"), Inside(""));
        var answer = await AskAsync(About("posts") with { By = "use_case", WithInternal = true });
        Assert.Equal([("", 1L), ("question", 2L), ("sharing", 1L)], answer.Series.Select(point => (point.Group!, point.N)));
        Assert.Equal(2, (await AskAsync(About("posts") with { Filter = "use:question", WithInternal = true })).N);
    }

    [Fact]
    public async Task A_models_kind_of_answer_takes_the_place_of_the_words_rule()
    {
        await Facts.AddAsync(Answer("a", 5, "We are sorry.") with { AnswerKind = "moved_to_private" }, Answer("b", 6, "We are sorry."));
        await Facts.AddAsync(Wait(0, 5) with { ClosedBy = "a" }, Wait(1, 5) with { ClosedBy = "b" });
        Assert.Equal([("acknowledgement", 1L), ("moved to private", 1L)], (await AskAsync("answer_kind")).Series.Select(point => (point.Group!, point.N)));
        Assert.Equal(1, (await AskAsync(About("posts") with { Filter = "answer:moved_to_private" })).N);
    }

    [Fact]
    public async Task The_first_helpful_answer_is_the_first_that_says_something_in_public()
    {
        SeededWait[] waits =
        [
            Wait(0, 5) with { Id = "one", ClosedBy = "a" }, // acknowledged at 5, helped at 20
            Wait(0, 5) with { Id = "two", ClosedBy = "c" }, // helped at once
            Wait(0, 5) with { Id = "three", ClosedBy = "d" }, // moved away only
            Wait(0) with { Id = "four" },
        ];
        await Facts.AddAsync(waits);
        await Facts.AddAsync(
            Answer("a", 5, "We are sorry.") with { Conversation = "one" }, Answer("b", 20, "Take the 11:10 from track 3.") with { Conversation = "one" },
            Answer("early", 2, "Trains run again from 12:00.") with { Conversation = "one" },
            Answer("c", 5, "Take the 11:10 from track 3.") with { Conversation = "two" },
            Answer("d", 5, "Please DM us.") with { Conversation = "three" },
            Answer("e", 6, "Take the 11:10 from track 3.") with { Conversation = "three", DeletedAt = Noon.AddMinutes(7) });
        var answer = await AskAsync("first_helpful");
        // Four at risk: S falls to 3/4 at 5 minutes and to 1/2 at 20.
        Assert.Equal((4L, 2d, 20 * 60d), (answer.N, answer.Beside["answered"]!.Value, answer.Value!.Value));
        Assert.Equal(5 * 60d, (await AskAsync("frt")).Value);
    }

    private static SeededPost Inside(string useCase) => new() { PostedAt = Noon.AddMinutes(1), Internal = true, Party = "employee", UseCase = useCase };

    private static SeededPost Answer(string id, double minutes, string text) =>
        new() { Id = id, PostedAt = Noon.AddMinutes(minutes), Party = "own", Handle = "acme", Text = text, Reply = true };
}
