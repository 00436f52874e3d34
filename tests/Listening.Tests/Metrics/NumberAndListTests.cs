using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class NumberAndListTests(EngineFixture engine) : FactsTest(engine)
{
    private static readonly string?[] Filters =
        [null, "source:twitter", "late OR author:b*", "NOT is:reply brand:acme", "(followers:>50 OR refund) AND NOT lang:de"];

    private const int FiltersEach = 1, GroupsEach = 2;

    // Every metric meets one of the filters, every filter a fifth of the metrics: all of it all the time cost a minute and a half.
    [Fact]
    public async Task The_number_is_the_length_of_its_list_for_every_metric_filter_and_group()
    {
        var random = new RandomFacts(7);
        var posts = random.Posts(120, Noon);
        await Facts.AddAsync(posts);
        await Facts.AddAsync(random.Waits(posts));
        var (compared, turn) = (0, 0);
        foreach (var metric in Facts.Metrics().Catalogue)
            foreach (var filter in Enumerable.Range(0, FiltersEach).Select(_ => Filters[turn++ % Filters.Length]))
                compared += await CompareAsync(About(metric.Id) with
                {
                    Filter = filter, By = metric.Dimensions[compared % metric.Dimensions.Count], AsOf = Noon.AddDays(2),
                });
        Assert.True(compared > 20, $"{compared} groups had rows");
    }

    private async Task<int> CompareAsync(MetricQuestion question)
    {
        var answer = await AskAsync(question);
        var rows = await RowsAsync(question);
        Assert.True(answer.N == rows.Total && rows.Total == rows.Items.Count, $"{question}: n {answer.N}, total {rows.Total}, {rows.Items.Count} listed");
        Assert.Equal(answer.Revision, rows.Revision);
        foreach (var point in answer.Series.DistinctBy(point => point.Group).Take(GroupsEach))
        {
            var group = await RowsAsync(question with { Group = point.Group });
            if (question.Metric != "response_curve" || point.Group!.StartsWith('A'))
                Assert.True(point.N == group.Total && group.Items.Count == group.Total, $"{question} {point.Group}: n {point.N}, total {group.Total}");
        }
        return answer.Series.Count;
    }

    [Fact]
    public async Task The_number_of_a_bucket_is_the_number_of_its_period()
    {
        var random = new RandomFacts(8);
        var posts = random.Posts(80, Noon);
        await Facts.AddAsync(posts);
        await Facts.AddAsync(random.Waits(posts));
        foreach (var metric in new[] { "posts", "frt", "frt_p90", "frt_answered", "nrt", "response_rate", "interception_rate", "race_competitor_first" })
        {
            var asked = About(metric) with { To = Noon.AddHours(6), Interval = Interval.Hour, AsOf = Noon.AddDays(2) };
            foreach (var point in (await AskAsync(asked)).Series)
            {
                var alone = await AskAsync(asked with { From = point.Bucket!.Value, To = point.Bucket.Value.AddHours(1), Interval = Interval.None });
                Assert.Equal((alone.Value, alone.N, alone.GreaterThan), (point.Value, point.N, point.GreaterThan));
            }
        }
    }
}
