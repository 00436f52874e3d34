using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class SpikeTests(EngineFixture engine) : FactsTest(engine)
{
    [Fact]
    public async Task An_hour_far_above_the_same_hour_of_the_weeks_before_is_a_spike()
    {
        await Facts.AddAsync([.. Weeks(1, 8, 10), .. Posts(Noon, 26), .. Posts(Noon.AddHours(1), 19)]);

        // Usual is 10, the bound 10 + 5 · √10 = 25.8.
        var answer = await AskAsync(About("spike") with { Interval = Interval.Hour });

        Assert.Equal((26L, 45L), (answer.N, answer.Of));
        Assert.Equal([Noon], answer.Series.Where(point => point.N > 0).Select(point => point.Bucket!.Value));
        Assert.Equal(26, (await RowsAsync(About("spike"))).Total);
    }

    [Theory]
    [InlineData(25, 8)] // below the bound
    [InlineData(500, 3)] // fewer than four weeks are known
    public async Task Without_enough_above_or_enough_before_nothing_is_a_spike(int posts, int weeks)
    {
        await Facts.AddAsync([.. Weeks(1, weeks, 10), .. Posts(Noon, posts)]);
        Assert.Equal(0, (await AskAsync("spike")).N);
    }

    [Fact]
    public async Task Weeks_that_differ_much_raise_the_bound_and_one_old_spike_does_not()
    {
        int[] counts = [10, 30, 10, 30, 10, 30, 10, 400];
        await Facts.AddAsync([.. counts.SelectMany((count, i) => Weeks(i + 1, i + 1, count)), .. Posts(Noon, 90)]);

        // m = 20, MAD = 10: the bound is 20 + 5 · 14.826 = 94.1.
        Assert.Equal(0, (await AskAsync("spike")).N);
        await Facts.AddAsync(Posts(Noon.AddMinutes(30), 5));
        Assert.Equal(95, (await AskAsync("spike")).N);
    }

    [Fact]
    public async Task In_a_short_period_the_grain_is_a_minute()
    {
        await Facts.AddAsync([.. Weeks(1, 5, 60), .. Enumerable.Range(0, 12).Select(_ => new SeededPost { PostedAt = Noon.AddMinutes(7.5) }), .. Posts(Noon, 20)]);

        // Usual is one a minute, the bound 1 + 5.
        var answer = await AskAsync(About("spike") with { To = Noon.AddHours(1), Interval = Interval.Minute });
        Assert.Equal([Noon.AddMinutes(7)], answer.Series.Where(point => point.N > 0).Select(point => point.Bucket!.Value));
    }

    private static IEnumerable<SeededPost> Weeks(int first, int last, int count) =>
        Enumerable.Range(first, last - first + 1).SelectMany(week => Posts(Noon.AddDays(-7 * week), count));

    private static IReadOnlyList<SeededPost> Posts(DateTimeOffset hour, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new SeededPost { PostedAt = hour.AddSeconds(29 * 60.0 * i / count) })];
}
