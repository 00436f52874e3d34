using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>Which topics are new or grow, beyond chance.</summary>
public sealed class TrendingTopicsTests(EngineFixture engine) : FactsTest(engine)
{
    [Fact]
    public async Task A_topic_that_doubled_its_share_and_one_that_was_never_there_are_told_with_their_shares()
    {
        await Facts.AddAsync(Written("refund", 60, Noon.AddDays(-20), "a"));
        await Facts.AddAsync(Written("delivery", 140, Noon.AddDays(-20), "b"));
        await Facts.AddAsync(Written("refund", 30, Noon, "c"));
        await Facts.AddAsync(Written("delivery", 30, Noon, "d"));
        await Facts.AddAsync(Written("recall", 15, Noon, "e"));
        var answer = await AskAsync("trending_topics");
        Assert.Equal((15L, 75L), (answer.N, answer.Of));
        var recall = Assert.Single(answer.Series);
        Assert.Equal(("recall", 15L, 0.0, 0.2), (recall.Group, recall.N, recall.Beside!["before"], recall.Beside["share"]));
        // 2 (15 ln(15 ÷ (75 · 15 ÷ 275)) + 60 ln(60 ÷ (75 · 260 ÷ 275)) + 200 ln(200 ÷ (200 · 260 ÷ 275))), by hand.
        Assert.Equal(41.368, recall.Beside["ratio"]!.Value, 2);
        var rows = await RowsAsync(About("trending_topics") with { By = "topic", Group = "recall" });
        Assert.Equal(15, rows.Total);
        Assert.All(rows.Items, row => Assert.Equal("new", row.State));
        // Twice as many more make the refunds no chance any more.
        await Facts.AddAsync(Written("refund", 60, Noon, "f"));
        var more = await AskAsync("trending_topics");
        Assert.Equal(["recall", "refund"], more.Series.Select(point => point.Group));
        Assert.Equal((0.3, 90 / 135.0), (more.Series[1].Beside!["share_before"], more.Series[1].Beside!["share"]));
    }

    [Fact]
    public async Task Two_authors_reposts_and_a_past_of_nineteen_posts_make_no_trend()
    {
        await Facts.AddAsync(Written("delivery", 19, Noon.AddDays(-20), "a"));
        await Facts.AddAsync(Written("recall", 15, Noon, "b"));
        Assert.Equal((0L, null, 15L), ((await AskAsync("trending_topics")).N, (await AskAsync("trending_topics")).Value, (await AskAsync("trending_topics")).Of));
        await Facts.AddAsync(Written("delivery", 200, Noon.AddDays(-10), "c"));
        await Facts.AddAsync(Written("strike", 15, Noon, "d").Select(post => post with { Handle = "two"[..(post.Handle.Length % 2 + 1)] }).ToArray());
        await Facts.AddAsync(Written("queue", 15, Noon, "e").Select(post => post with { Repost = true }).ToArray());
        Assert.Equal(["recall"], (await AskAsync("trending_topics")).Series.Select(point => point.Group));
    }

    private static SeededPost[] Written(string topic, int count, DateTimeOffset from, string by) =>
        [.. Enumerable.Range(0, count).Select(number => new SeededPost { PostedAt = from.AddMinutes(number), Handle = $"{by}{number}", Topic = topic })];
}
