using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>Whether who complained sounds better after our answer, and comes back.</summary>
public sealed class RecoveryTests(EngineFixture engine) : FactsTest(engine)
{
    private const double Day = 24 * 60;

    [Fact]
    public async Task The_last_tone_within_seven_days_after_the_first_answer_is_held_against_the_last_before_it()
    {
        await OpensAsync("ana", "negative", 10, (11, "positive"));
        await OpensAsync("ben", "negative", 10, (11, "positive"), (20, "negative"));
        await OpensAsync("bea", "neutral", 10, (12, "negative"));
        await OpensAsync("cem", "negative", 10);
        await OpensAsync("dan", "negative", 10, (10 + (7 * Day), "neutral"));
        await OpensAsync("eve", "negative", 10, (10.001 + (7 * Day), "positive"));
        // Before the answer the tone had turned already.
        await OpensAsync("fay", "negative", 10, (9, "positive"), (12, "positive"));
        var answer = await AskAsync(Over() with { Metric = "recovery" });
        Assert.Equal([("recovered", 2L), ("silent", 2L), ("unchanged", 2L), ("worsened", 1L)], Groups(answer));
        var rate = await AskAsync(Over());
        Assert.Equal((5L, 0.4, 7.0, 5 / 7.0), (rate.N, rate.Value, rate.Beside["answered"], rate.Beside["heard_again"]));
        Assert.Equal(["ana", "bea", "ben", "dan", "fay"], (await RowsAsync(Over())).Items.Select(row => row.Handle).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_interval_is_wilsons()
    {
        foreach (var number in Enumerable.Range(0, 10)) await OpensAsync($"author{number}", "negative", 10, (20, number < 4 ? "neutral" : "negative"));
        var rate = await AskAsync(Over());
        // 4 of 10 (Brown, Cai and DasGupta 2001 give the formula): 0.1682 to 0.6873.
        Assert.Equal((10L, 0.4), (rate.N, rate.Value));
        Assert.Equal(0.1682, rate.Beside["low"]!.Value, 4);
        Assert.Equal(0.6873, rate.Beside["high"]!.Value, 4);
    }

    [Fact]
    public async Task Those_whom_nobody_answered_are_the_baseline_and_bands_tell_how_long_an_answer_took()
    {
        await OpensAsync("ana", "negative", 10, (11, "positive"));
        await OpensAsync("ben", "negative", 5 * 60, (6 * 60, "negative"));
        await OpensAsync("cem", "negative", null, (60, "positive"));
        await OpensAsync("dan", "negative", null, (60, "negative"));
        await OpensAsync("eve", "negative", null);
        var rate = await AskAsync(Over() with { By = "delay" });
        Assert.Equal((2L, 0.5, 3.0, 2.0, 0.5), (rate.N, rate.Value, rate.Beside["unanswered"], rate.Beside["unanswered_heard"], rate.Beside["unanswered_rate"]));
        Assert.Equal([("0–15 m", 1L), ("4–8 h", 1L)], Groups(rate));
        Assert.All(rate.Series, point => Assert.True(point.Beside!["low"] <= point.Value && point.Value <= point.Beside["high"]));
    }

    [Fact]
    public async Task What_is_too_young_late_or_not_sorted_is_left_out_and_counted()
    {
        await OpensAsync("ana", "negative", 10, (11, "positive"));
        await OpensAsync("ben", "", 10, (11, "positive"));
        await OpensAsync("cem", "negative", 10, (11, ""));
        await OpensAsync("dan", "", 10);
        await OpensAsync("eve", "negative", 31 * Day, ((31 * Day) + 1, "positive"));
        await OpensAsync("fay", "negative", 35 * Day, ((31 * Day) + 1, "positive"));
        var late = await AskAsync(Over() with { AsOf = Noon.AddDays(60) });
        Assert.Equal((1L, 2L, 2L), (late.N, late.LeftOut["tone not known"], late.LeftOut["answered after 30 days"]));
        Assert.Equal(2.0, late.Beside["answered"]);
        var young = await AskAsync(Over() with { AsOf = Noon.AddDays(6) });
        Assert.Equal((0L, null, 4L), (young.N, young.Value, young.LeftOut["too young"]));
        Assert.Null(young.Beside["low"]);
    }

    [Fact]
    public async Task Only_public_posts_about_us_that_still_stand_are_heard()
    {
        var wait = await OpensAsync("ana", "negative", 10);
        SeededPost Later(double minutes) => new() { PostedAt = Noon.AddMinutes(minutes), Handle = "ana", Sentiment = "positive" };
        await Facts.AddAsync(
            Later(20), Later(21) with { Brands = ["Rival"] }, Later(22) with { Brands = ["Acme"], DeletedAt = Noon.AddMinutes(30) },
            Later(23) with { Brands = ["Acme"], Repost = true }, Later(24) with { Brands = ["Acme"], Source = "mastodon" }, Later(25) with { Brands = ["Acme"], Internal = true });
        Assert.Equal([("silent", 1L)], Groups(await AskAsync(Over() with { Metric = "recovery" })));
        // In the conversation it needs no name.
        await Facts.AddAsync(Later(26) with { Conversation = wait.Id });
        Assert.Equal([("recovered", 1L)], Groups(await AskAsync(Over() with { Metric = "recovery" })));
    }

    [Fact]
    public async Task Who_writes_well_of_us_again_after_a_week_has_returned_once_their_ninety_days_are_over()
    {
        await OpensAsync("ana", "negative", 10, (10 + (8 * Day), "neutral"));
        await OpensAsync("ben", "negative", 10, (10 + (90 * Day), "positive"), (10 + (91 * Day), "positive"));
        await OpensAsync("cem", "negative", 10, (9.999 + (8 * Day), "positive"), (10.001 + (90 * Day), "positive"));
        await OpensAsync("dan", "negative", 10, (20 * Day, "negative"));
        await OpensAsync("eve", "negative", null, (20 * Day, "positive"));
        var ended = About("loyal_return") with { From = Noon.AddDays(90), To = Noon.AddDays(91), AsOf = Noon.AddDays(100) };
        var answer = await AskAsync(ended);
        Assert.Equal((4L, 0.5, 2.0), (answer.N, answer.Value, answer.Beside["hits"]));
        Assert.Equal(4, (await RowsAsync(ended)).Total);
        Assert.Null((await AskAsync(ended with { AsOf = Noon.AddDays(90) })).Value);
        Assert.Null((await AskAsync(About("loyal_return"))).Value);
    }

    [Fact]
    public async Task Who_praises_a_competitor_that_came_first_has_defected()
    {
        SeededWait Taken(string author, double? ours, double rival) =>
            Wait(0, ours) with { Author = author, Id = author, RivalAt = Noon.AddMinutes(rival) };
        await Facts.AddAsync(Taken("ana", null, 5), Taken("ben", 10, 5), Taken("cem", 4, 5), Taken("dan", null, 5), Taken("eve", null, 73 * 60));
        await Facts.AddAsync([.. new[] { "ana", "cem", "eve" }.Select(author => new SeededPost
        {
            PostedAt = Noon.AddDays(80), Handle = author, Sentiment = "positive", Brands = ["Rival", "Acme"],
        })]);
        await Facts.AddAsync(
            new SeededPost { PostedAt = Noon.AddMinutes(4), Handle = "dan", Sentiment = "positive", Brands = ["Rival"] },
            new SeededPost { PostedAt = Noon.AddDays(9), Handle = "dan", Sentiment = "neutral", Brands = ["Rival"] });
        var ended = About("defection") with { From = Noon.AddDays(90), To = Noon.AddDays(91), AsOf = Noon.AddDays(100) };
        var answer = await AskAsync(ended);
        Assert.Equal((3L, 1 / 3.0), (answer.N, answer.Value));
        Assert.Equal(["ana", "ben", "dan"], (await RowsAsync(ended)).Items.Select(row => row.Handle).Order(StringComparer.Ordinal));
        Assert.Null((await Facts.Metrics([new() { Name = "Acme" }]).AnswerAsync(ended, TestContext.Current.CancellationToken)).Value);
    }

    /// <summary>A wait of the first minute with the post that opened it, and what its author wrote about us at which minutes.</summary>
    private async Task<SeededWait> OpensAsync(string author, string tone, double? answered, params (double Minute, string Tone)[] later)
    {
        var wait = Wait(0, answered) with { Author = author, Id = $"opener-{author}", Sentiment = tone };
        await Facts.AddAsync(wait);
        await Facts.AddAsync([
            new() { Id = wait.Id, PostedAt = Noon, Handle = author, Sentiment = tone, Brands = ["Acme"] },
            .. later.Select(said => new SeededPost { PostedAt = Noon.AddMinutes(said.Minute), Handle = author, Sentiment = said.Tone, Brands = ["Acme"] })]);
        return wait;
    }

    private static MetricQuestion Over() => About("recovery_rate") with { AsOf = Noon.AddDays(20) };

    private static IEnumerable<(string, long)> Groups(MetricAnswer answer) => answer.Series.Select(point => (point.Group!, point.N));
}
