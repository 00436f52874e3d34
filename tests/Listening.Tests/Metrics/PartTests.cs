using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>A period that lies in a longer one is told by the longer one's statement, and as it is told alone.</summary>
public sealed class PartTests(EngineFixture engine) : FactsTest(engine)
{
    private static readonly string[] Told =
        ["posts", "complaints", "questions", "praise", "net_sentiment", "coverage", "share_of_voice", "frt", "frt_p90", "frt_answered", "response_rate", "frt_distribution", "competitor_frt", "within_sla",
        "interception_rate", "race_own_first", "race_competitor_first", "race_competitor_only", "race_nobody", "race_open", "recovery_rate", "backlog", "open_age", "arrivals", "spike"];

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Parts_of_a_period_are_answered_as_alone(int seed)
    {
        var random = new RandomFacts(seed);
        foreach (var day in new[] { -2, -1, 0 })
        {
            var posts = random.Posts(60, Noon.AddDays(day)).Select(post => post with { Id = $"{day} {post.Id}" }).ToList();
            await Facts.AddAsync(posts);
            await Facts.AddAsync(random.Waits(posts));
        }

        var catalogue = Facts.Metrics().Catalogue.ToDictionary(metric => metric.Id);
        var questions = new List<MetricQuestion>();
        foreach (var (metric, by, filter) in Told.Where((_, i) => i % 2 == seed % 2).SelectMany(id => catalogue[id].Dimensions.Take(1).Prepend(null).Select(by => (id, by, (string?)null)).Append((id, null, "late OR author:b*"))))
        {
            var question = About(metric) with { By = by, Filter = filter, AsOf = Noon.AddDays(2) };
            questions.Add(question with { From = Noon.AddDays(-2), Interval = Interval.Hour });
            questions.Add(question);
            questions.Add(question with { From = Noon.AddDays(-2), To = Noon });
            questions.Add(question with { From = Noon.AddMinutes(77), To = Noon.AddMinutes(1001) });
            questions.Add(question with { Group = by is null ? null : "twitter" });
        }

        var together = await Facts.Metrics().AnswerAsync(questions, TestContext.Current.CancellationToken);
        for (var i = 0; i < questions.Count; i++) Assert.Equivalent(await AskAsync(questions[i]), together[i], strict: true);
    }

    [Theory]
    [InlineData(1, "complaints", "questions", "net_sentiment")]
    [InlineData(1, "frt", "frt_p90")]
    [InlineData(1, "response_rate")]
    [InlineData(1, "interception_rate")]
    [InlineData(2, "recovery_rate")]
    public async Task A_period_and_the_longer_one_that_it_lies_in_are_read_once(int statements, params string[] metrics)
    {
        await Facts.AddAsync(Wait(0, 30));
        await Facts.Metrics().AnswerAsync(
            [.. metrics.Select(About), .. metrics.Take(2).Select(metric => About(metric) with { From = Noon.AddDays(-9), Interval = Interval.Day })], TestContext.Current.CancellationToken);
        Assert.Equal(statements, Facts.Statements);
    }
}
