using Listening.Measuring;
using Listening.Tests.Sceptic;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>Each source is a random cohort of its own, so that one question asks for many.</summary>
public sealed class SurvivalPropertyTests(EngineFixture engine) : FactsTest(engine)
{
    private const int Cohorts = 150;
    private static readonly DateTimeOffset AsOf = Noon.AddHours(3);

    private static Dictionary<string, List<SeededWait>> Random(int seed)
    {
        var random = new Random(seed);
        // Few different minutes make ties; few rows make curves that never reach one half and ones that reach it exactly.
        SeededWait One(string source)
        {
            var opened = Noon.AddMinutes(random.Next(6) * 10);
            DateTimeOffset? answered = random.Next(100) < 55 ? opened.AddMinutes(10 * random.Next(13)) : null;
            if (answered > AsOf) answered = null;
            return new()
            {
                OpenedAt = opened, Source = source, ClosedAt = answered, RepliedAt = answered,
                CensoredAt = answered is null && random.Next(3) == 0 ? opened.AddMinutes(10 * random.Next(13)) : null,
            };
        }
        return Enumerable.Range(0, Cohorts).ToDictionary(
            i => $"s{i:000}", i => Enumerable.Range(0, random.Next(1, 25)).Select(_ => One($"s{i:000}")).ToList());
    }

    private static Curve Exact(IEnumerable<SeededWait> cohort, DateTimeOffset asOf) => new([.. cohort.Select(wait => (
        ((wait.ClosedAt ?? (wait.CensoredAt < asOf ? wait.CensoredAt!.Value : asOf)) - wait.OpenedAt).TotalSeconds, wait.ClosedAt is not null))]);

    private async Task<Dictionary<string, MetricPoint>> BySourceAsync(string metric, DateTimeOffset? asOf = null) =>
        (await AskAsync(About(metric) with { By = "source", AsOf = asOf ?? AsOf, Within = TimeSpan.FromMinutes(30) })).Series.ToDictionary(point => point.Group!);

    [Fact]
    public async Task Quantiles_are_those_of_exact_fractions()
    {
        var cohorts = Random(1);
        await Facts.AddAsync([.. cohorts.Values.SelectMany(waits => waits)]);
        var (medians, nineties) = (await BySourceAsync("frt"), await BySourceAsync("frt_p90"));
        foreach (var (source, waits) in cohorts)
        {
            var exact = Exact(waits, AsOf);
            Assert.Equal((source, exact.Quantile(1, 2), waits.Count), (source, medians[source].Value, medians[source].N));
            Assert.Equal((source, exact.Quantile(9, 10)), (source, nineties[source].Value));
            Assert.Equal(medians[source].Value is null ? exact.Largest : null, medians[source].GreaterThan);
        }
        Assert.InRange(medians.Values.Count(point => point.Value is null), 10, Cohorts - 10);
    }

    [Fact]
    public async Task Curves_are_those_of_exact_fractions()
    {
        var cohorts = Random(2).Take(40).ToDictionary(cohort => cohort.Key, cohort => cohort.Value.Select(wait => wait with { Brand = cohort.Key, Own = false }).ToList());
        await Facts.AddAsync([.. cohorts.Values.SelectMany(waits => waits)]);
        var points = (await AskAsync(About("response_curve") with { By = "brand", AsOf = AsOf })).Series;
        foreach (var point in points)
            Assert.Equal(Exact(cohorts[point.Group!], AsOf).AnsweredBy(point.At!.Value), point.Value!.Value, 1e-12);
        Assert.Equal(40, points.Select(point => point.Group).Distinct().Count());
    }

    [Fact]
    public async Task An_unanswered_complaint_more_never_improves_a_time_or_a_rate()
    {
        var cohorts = Random(3);
        await Facts.AddAsync([.. cohorts.Values.SelectMany(waits => waits)]);
        var before = await AllAsync(AsOf);
        var random = new Random(4);
        await Facts.AddAsync([.. cohorts.Keys.Select(source => new SeededWait { OpenedAt = Noon.AddMinutes(random.Next(120)), Source = source })]);
        NothingIsBetter(before, await AllAsync(AsOf));
    }

    [Fact]
    public async Task Waiting_never_improves_a_time_or_a_rate()
    {
        var cohorts = Random(5);
        await Facts.AddAsync([.. cohorts.Values.SelectMany(waits => waits)]);
        // All are older than h at both instants: only then does the rate look at the same ones.
        NothingIsBetter(await AllAsync(AsOf), await AllAsync(AsOf.AddHours(5)));
    }

    private async Task<IReadOnlyList<Dictionary<string, MetricPoint>>> AllAsync(DateTimeOffset asOf) =>
        [await BySourceAsync("frt", asOf), await BySourceAsync("frt_p90", asOf), await BySourceAsync("response_rate", asOf)];

    private static void NothingIsBetter(IReadOnlyList<Dictionary<string, MetricPoint>> before, IReadOnlyList<Dictionary<string, MetricPoint>> after)
    {
        foreach (var source in before[0].Keys)
        {
            Assert.True(Time(after[0][source]) >= Time(before[0][source]), source);
            Assert.True(Time(after[1][source]) >= Time(before[1][source]), source);
            Assert.True(after[2][source].Value <= before[2][source].Value + 1e-12, source);
        }
    }

    // Not reached is longer than any time.
    private static double Time(MetricPoint point) => point.Value ?? double.PositiveInfinity;
}
