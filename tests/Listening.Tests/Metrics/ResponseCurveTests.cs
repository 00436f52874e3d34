using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class ResponseCurveTests(EngineFixture engine) : FactsTest(engine)
{
    [Fact]
    public async Task The_value_is_the_share_answered_within_the_hour_the_open_ones_counted()
    {
        // At 10 min 1 of 4 is answered (3/4), at 20 min one leaves, at 60 min 1 of 2 is answered (3/8).
        await Facts.AddAsync(Wait(0, 10), Wait(0) with { CensoredAt = Noon.AddMinutes(20) }, Wait(0, 60), Wait(0));
        var answer = await AskAsync("response_curve");
        Assert.Equal(0.625, answer.Value!.Value, 1e-12);
        Assert.Equal(4, answer.N);
        var share = answer.Series.ToDictionary(point => point.At!.Value, point => point.Value!.Value);
        Assert.Equal(0, share[0]);
        Assert.Equal(0, share[7 * 60]);
        Assert.Equal(0.25, share[600], 1e-12);
        Assert.Equal(0.25, share[55 * 60], 1e-12);
        Assert.Equal(0.625, share[3600], 1e-12);
        Assert.Equal(0.625, share[24 * 3600], 1e-12);
        Assert.All(answer.Series, point => Assert.Null(point.Group));
        Assert.All(answer.Series, point => Assert.Equal(4, point.N));
    }

    [Fact]
    public async Task Nothing_is_said_beyond_the_largest_observed_time_unless_everybody_was_answered()
    {
        await Facts.AddAsync(Wait(0, 10), Wait(0), Wait(0, 9) with { Brand = "Rival", Own = false });
        var answer = await AskAsync(About("response_curve") with { AsOf = Noon.AddMinutes(30), By = "brand" });
        Assert.Null(answer.Value);
        Assert.Equal(1800, answer.Series.Where(point => point.Group == "Acme").Max(point => point.At));
        Assert.Equal(1, answer.Series.Single(point => point is { Group: "Rival", At: 86400 }).Value);
    }

    [Fact]
    public async Task An_answer_at_once_counts_at_zero()
    {
        await Facts.AddAsync(Wait(0, 0), Wait(0, 5));
        Assert.Equal(0.5, (await AskAsync("response_curve")).Series.Single(point => point.At == 0).Value!.Value, 1e-12);
    }

    [Fact]
    public async Task By_brand_each_competitor_stands_beside_the_brand_asked_for()
    {
        await Facts.AddAsync(
            Wait(0, 5), Wait(0, 5) with { Brand = "Acme Air" }, Wait(0, 30) with { Brand = "Rival", Own = false }, Wait(0) with { Brand = "Other", Own = false });
        async Task<IEnumerable<string>> Groups(string? brand) =>
            (await AskAsync(About("response_curve") with { By = "brand", Brand = brand })).Series.Select(point => point.Group!).Distinct();
        Assert.Equal(["Acme", "Acme Air", "Other", "Rival"], await Groups(null));
        Assert.Equal(["Acme", "Other", "Rival"], await Groups("Acme"));
        Assert.Equal(["Rival"], await Groups("Rival"));
        Assert.Equal(2, (await AskAsync("response_curve")).N);
    }

    [Fact]
    public async Task No_data_is_no_curve()
    {
        var answer = await AskAsync("response_curve");
        Assert.Null(answer.Value);
        Assert.Equal(0, answer.N);
        Assert.Empty(answer.Series);
    }

    [Fact]
    public async Task It_is_not_cut_by_time() =>
        Assert.Equal("interval", (await Assert.ThrowsAsync<MetricQuestionException>(() => AskAsync(About("response_curve") with { Interval = Interval.Day }))).Parameter);
}
