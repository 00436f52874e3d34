using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class TogetherTests(EngineFixture engine) : FactsTest(engine)
{
    /// <summary>What is not cut by time.</summary>
    private static readonly string[] Whole =
        ["response_curve", "answers", "agent_replies", "agent_load", "agent_frt", "agent_resolves", "resolve_first", "resolve_full", "reopen_rate", "one_touch",
        "loyal_return", "defection", "share_of_voice_authors"];

    [Fact]
    public async Task Questions_asked_together_are_answered_as_one_by_one()
    {
        var random = new RandomFacts(11);
        var posts = random.Posts(120, Noon);
        await Facts.AddAsync(posts);
        await Facts.AddAsync(random.Waits(posts));
        // A third of the metrics each way, neighbours together: they are made from the same rows.
        foreach (var (turn, (interval, filter)) in new[] { (Interval.None, null), (Interval.Hour, null), (Interval.None, "late OR author:b*") }.Index())
        {
            var questions = Facts.Metrics().Catalogue.Where((_, i) => i / 4 % 3 == turn).SelectMany(metric => metric.Dimensions.Take(1).Prepend(null), (metric, by) => About(metric.Id) with
            {
                By = by, Interval = Whole.Contains(metric.Id) ? Interval.None : interval, Filter = filter, AsOf = Noon.AddDays(2), ComparePrevious = true,
            }).ToList();
            var together = await Facts.Metrics().AnswerAsync(questions, TestContext.Current.CancellationToken);
            for (var i = 0; i < questions.Count; i++)
            {
                // One by one, and the period before as a question of its own.
                var alone = await AskAsync(questions[i] with { ComparePrevious = false });
                var before = await AskAsync(questions[i] with
                {
                    From = Noon.AddDays(-1), To = Noon, AsOf = Noon.AddDays(1), Interval = Interval.None, ComparePrevious = false,
                });
                Assert.Equivalent(alone, together[i] with { Previous = null }, strict: true);
                Assert.Equivalent(before, together[i].Previous, strict: true);
            }
        }
    }

    [Theory]
    [InlineData(2, "race_own_first", "race_competitor_first", "race_competitor_only", "race_nobody", "race_open")]
    [InlineData(1, "backlog", "open_age")]
    [InlineData(2, "frt", "frt_p90")]
    [InlineData(2, "posts", "coverage")]
    [InlineData(2, "posts", "spike")]
    [InlineData(2, "posts", "complaints", "net_sentiment")]
    [InlineData(4, "frt", "frt_answered")]
    public async Task What_is_made_from_the_same_rows_reads_them_once_a_period(int statements, params string[] metrics)
    {
        await Facts.AddAsync(Wait(0, 30));
        var filter = metrics.Contains("coverage") ? "NOT nothing" : null; // what came in is told beside an unfiltered coverage
        await Facts.Metrics().AnswerAsync([.. metrics.Select(metric => About(metric) with { ComparePrevious = true, Filter = filter })], TestContext.Current.CancellationToken);
        Assert.Equal(statements, Facts.Statements);
    }
}
