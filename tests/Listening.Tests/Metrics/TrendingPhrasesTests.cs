using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>What is said more than in the weeks before, topic by topic.</summary>
public sealed class TrendingPhrasesTests(EngineFixture engine) : FactsTest(engine)
{
    private static readonly string[] Usual = ["where is my parcel", "my parcel is late again", "no parcel came today", "parcel damaged and wet"];

    [Fact]
    public async Task A_phrase_of_many_authors_that_was_rare_before_trends_in_its_topic_and_leads_to_its_posts()
    {
        await Facts.AddAsync(Before("delivery"));
        await Facts.AddAsync(Now("delivery", 12, number => $"my parcel vanished at the sorting centre in Neustadt, number {number}"));
        var answer = await AskAsync("trending_phrases");
        Assert.Equal((12, 12), (answer.N, answer.Of));
        Assert.Contains(("delivery: sorting centre", 12L), answer.Series.Select(point => (point.Group!, point.N)));
        Assert.All(answer.Series, point => Assert.StartsWith("delivery: ", point.Group, StringComparison.Ordinal));
        Assert.InRange(answer.Series.Count, 1, 5);
        // Four in five posts that say "sorting" say the pair, which tells more; "parcel" is as usual as ever.
        Assert.DoesNotContain(answer.Series, point => point.Group is "delivery: sorting" or "delivery: parcel" or "delivery: the");
        var rows = await RowsAsync(About("trending_phrases") with { By = "phrase", Group = "delivery: sorting centre" });
        Assert.Equal(12, rows.Total);
        Assert.All(rows.Items, row => Assert.Contains("sorting centre", row.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_two_authors_repeat_and_what_was_said_as_often_before_does_not_trend()
    {
        await Facts.AddAsync(Before("delivery"));
        await Facts.AddAsync([.. Now("delivery", 12, _ => "buy cheap watches").Select((post, at) => post with { Handle = $"seller{at % 2}" })]);
        await Facts.AddAsync(Now("delivery", 12, number => Usual[number % 4]));
        var answer = await AskAsync("trending_phrases");
        Assert.Equal((0, 24), (answer.N, answer.Of));
        Assert.Null(answer.Value);
    }

    [Fact]
    public async Task A_topic_without_twenty_posts_before_and_a_post_without_a_topic_have_no_trend()
    {
        await Facts.AddAsync([.. Before("app").Take(19)]);
        await Facts.AddAsync(Now("app", 12, _ => "login loop since the update"));
        await Facts.AddAsync(Before("none"));
        await Facts.AddAsync(Now("none", 12, _ => "login loop since the update"));
        var answer = await AskAsync("trending_phrases");
        Assert.Equal((0, 12), (answer.N, answer.Of));
    }

    [Fact]
    public async Task Each_topic_is_held_against_its_own_past_and_a_filter_asks_for_one()
    {
        await Facts.AddAsync(Before("app"));
        await Facts.AddAsync(Before("delivery"));
        await Facts.AddAsync(Now("app", 10, _ => "login loop since the update"));
        await Facts.AddAsync(Now("delivery", 10, _ => "strike at the depot"));
        Assert.Equal(["app", "delivery"], (await AskAsync("trending_phrases")).Series.Select(point => point.Group!.Split(':')[0]).Distinct().Order());
        var one = await AskAsync(About("trending_phrases") with { Filter = "topic:app" });
        Assert.Equal(10, one.N);
        Assert.All(one.Series, point => Assert.StartsWith("app: ", point.Group, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Links_names_signs_and_reposts_are_no_phrases()
    {
        await Facts.AddAsync(Before("delivery"));
        await Facts.AddAsync(Now("delivery", 10, number => $"@acme https://example.com/storm ❄️❄️ 2026 #snowday {number}"));
        await Facts.AddAsync([.. Now("delivery", 10, _ => "the depot burns").Select(post => post with { Repost = true })]);
        Assert.Equal([("delivery: #snowday", 10L)], (await AskAsync("trending_phrases")).Series.Select(point => (point.Group!, point.N)));
    }

    private static SeededPost[] Before(string topic) =>
        [.. Enumerable.Range(0, 80).Select(number => new SeededPost { PostedAt = Noon.AddHours(-6 * (number + 1)), Handle = $"before{number}", Topic = topic, Text = Usual[number % 4] })];

    private static SeededPost[] Now(string topic, int count, Func<int, string> text) =>
        [.. Enumerable.Range(0, count).Select(number => new SeededPost { PostedAt = Noon.AddMinutes(number), Handle = $"now{number}", Topic = topic, Text = text(number) })];
}
