using Listening.Alerts;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Tests.Metrics;
using Listening.Tests.Store;
using Listening.Web.Alerts;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Web;

public sealed class AlertFindersTests(EngineFixture engine) : FactsTest(engine)
{
    private static readonly string[] Tones = ["positive", "neutral", "negative"];
    private static readonly ConfiguredSource Forum = new(Guid.NewGuid(), "forum", "feed") { Every = TimeSpan.FromMinutes(5), Added = Noon.AddDays(-40) };
    private int written;

    [Fact]
    public async Task In_the_first_four_weeks_twenty_complaints_within_an_hour_are_a_spike_and_nobody_says_what_is_usual()
    {
        await WriteAsync(19, Noon.AddMinutes(-30));
        Assert.Empty(await FindAsync());
        await WriteAsync(1, Noon.AddMinutes(-1));
        var spike = Assert.Single(await FindAsync());
        Assert.Equal((AlertKind.Spike, "20 complaints about Acme within an hour", 20.0, null, 20L), (spike.Kind, spike.Title, spike.Observed, spike.Baseline, spike.N));
        Assert.Equal(5, spike.Posts.Count);
        Assert.Contains("list=complaints&from=2026-01-05T11:00:00Z", spike.Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_the_same_hour_of_eight_weeks_is_what_is_usual()
    {
        for (var week = 1; week <= 8; week++) await WriteAsync(30 + (week % 3), Noon.AddDays(-7 * week).AddMinutes(-20));
        // Usual is 31 with hardly any deviation: from 31 + 5 · √31 = 58.8 on it is a spike.
        await WriteAsync(58, Noon.AddMinutes(-20));
        Assert.Empty(await FindAsync());
        await WriteAsync(1, Noon.AddMinutes(-20));
        var spike = Assert.Single(await FindAsync());
        Assert.Equal((59.0, 31.0), (spike.Observed, spike.Baseline));
        Assert.Equal(31 + (5 * Math.Sqrt(31)), VolumeAlerts.Threshold([31, 32, 30, 31, 32, 30, 31, 32]), 9);
    }

    [Fact]
    public async Task A_tone_far_worse_than_that_of_four_weeks_is_a_dip_and_a_usual_one_is_none()
    {
        for (var day = 1; day <= 50; day++) await ToneAsync(6, Noon.AddDays(-day), i => Tones[i % 3]);
        await ToneAsync(30, Noon.AddMinutes(-10), i => Tones[i % 3]);
        Assert.Empty(await FindAsync());
        await ToneAsync(30, Noon.AddMinutes(-5), _ => "negative");
        var dip = Assert.Single(await FindAsync());
        Assert.Equal((AlertKind.SentimentDip, -0.5, 60L), (dip.Kind, dip.Observed, dip.N));
        Assert.Equal(0.0, dip.Baseline!.Value, 9);
    }

    [Fact]
    public void A_source_is_silent_after_ten_of_its_pauses_or_a_day_while_it_is_new_and_when_it_cannot_be_read()
    {
        // Forty days and 40 posts a day: a pause is 36 minutes, ten are six hours.
        var busy = new SourceState { Tried = Noon, Succeeded = Noon, Accepted = 1600, Newest = Noon.AddHours(-6) };
        Assert.Null(SilenceAlerts.Of(Forum, busy, Noon));
        var silent = SilenceAlerts.Of(Forum, busy, Noon.AddMinutes(2))!;
        Assert.Equal((AlertKind.SourceSilent, "forum has brought nothing", 1600L), (silent.Kind, silent.Title, silent.N));
        Assert.InRange(silent.Baseline!.Value, 2160, 2161);
        var young = Forum with { Added = Noon.AddDays(-3) };
        Assert.Null(SilenceAlerts.Of(young, busy with { Newest = Noon.AddHours(-24) }, Noon));
        Assert.Null(SilenceAlerts.Of(young, busy with { Newest = Noon.AddHours(-25) }, Noon)!.Baseline);
        var failing = busy with { Succeeded = Noon.AddHours(-1), Failure = FailureKind.Unreachable, Reason = "nobody answers" };
        Assert.Equal("forum cannot be read: nobody answers", SilenceAlerts.Of(Forum, failing, Noon)!.Title);
        Assert.Null(SilenceAlerts.Of(Forum, failing with { Succeeded = Noon.AddMinutes(-59), Newest = Noon }, Noon));
    }

    private Task<IReadOnlyList<AlertFinding>> FindAsync() =>
        new VolumeAlerts(Facts.Metrics(), new CurrentRegistry(new BrandRegistry(SeededFacts.Registry)), new FakeTimeProvider(Noon)).FindAsync(Noon, TestContext.Current.CancellationToken);

    private Task WriteAsync(int count, DateTimeOffset at) => Facts.AddAsync([.. Enumerable.Range(0, count).Select(_ => Post(at) with { Intent = "complaint" })]);

    private Task ToneAsync(int count, DateTimeOffset at, Func<int, string> tone) => Facts.AddAsync([.. Enumerable.Range(0, count).Select(i => Post(at) with { Sentiment = tone(i) })]);

    private SeededPost Post(DateTimeOffset at) => new() { PostedAt = at, Id = $"p{written++}", Brands = ["Acme"] };
}
