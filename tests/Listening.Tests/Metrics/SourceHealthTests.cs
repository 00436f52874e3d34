using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class SourceHealthTests(EngineFixture engine) : FactsTest(engine)
{
    [Fact]
    public async Task Each_source_has_what_it_brought_and_how_long_it_has_been_quiet_also_the_silent_one()
    {
        await Facts.AddAsync(new SeededPost { PostedAt = Noon.AddMinutes(1), Intent = "complaint" }, new SeededPost { PostedAt = Noon.AddMinutes(2) });
        await Facts.AddBatchAsync(Noon.AddMinutes(3), "twitter", accepted: 2, duplicates: 4, updated: 0, rejected: 1);
        await Facts.AddBatchAsync(Noon.AddMinutes(5), "twitter", accepted: 0, duplicates: 6, updated: 0, rejected: 0);
        await Facts.AddBatchAsync(Noon.AddDays(-3), "forum", accepted: 9, duplicates: 0, updated: 0, rejected: 7);

        var answer = await AskAsync(About("coverage") with { By = "source", AsOf = Noon.AddMinutes(10) });

        Assert.Equal([("forum", null, 0L), ("twitter", 0.5, 2L)], answer.Series.Select(point => (point.Group!, point.Value, point.N)));
        Assert.Equal([0d, 1d], answer.Series.Select(point => point.Beside!["rejected"]));
        Assert.Equal([0d, 10d], answer.Series.Select(point => point.Beside!["duplicates"]));
        Assert.Equal([(3 * 24 * 60 + 10) * 60d, 7 * 60d], answer.Series.Select(point => point.Beside!["quiet"]));
    }
}
