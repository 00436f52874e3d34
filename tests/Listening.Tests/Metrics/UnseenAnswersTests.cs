using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>Where a source does not show answers, nobody is unanswered: it is no data, and said so.</summary>
public sealed class UnseenAnswersTests(EngineFixture engine) : FactsTest(engine), IUnseenAnswers
{
    private string[] blind = ["acme-feed"];

    public ValueTask<IReadOnlyList<string>> SourcesAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<string>>(blind);

    [Theory]
    [InlineData("frt")]
    [InlineData("frt_p90")]
    [InlineData("response_rate")]
    [InlineData("response_curve")]
    [InlineData("race_own_first")]
    [InlineData("race_competitor_first")]
    [InlineData("race_competitor_only")]
    [InlineData("race_nobody")]
    [InlineData("race_open")]
    [InlineData("interception_rate")]
    public async Task A_race_and_a_time_to_answer_in_such_a_source_alone_are_no_data(string metric)
    {
        await Facts.AddAsync(Wait(0, 10) with { Source = "acme-feed" }, Wait(1) with { Source = "acme-feed" }, Wait(2) with { Source = "acme-feed", RivalAt = Noon.AddHours(1) });
        var answer = await BlindAsync(metric);
        Assert.Equal((null, 0L, 3L), (answer.Value, answer.N, answer.LeftOut["answers_not_shown"]));

        blind = [];
        Assert.NotEqual(0, (await BlindAsync(metric)) is var seen ? seen.Of ?? seen.N : 0);
    }

    [Fact]
    public async Task Beside_others_it_does_not_count_and_what_was_left_out_before_keeps_its_reason()
    {
        await Facts.AddAsync(
            Wait(0, 10), Wait(1) with { Source = "acme-feed" }, Wait(2) with { Source = "acme-feed", LeftOut = "spam" }, Wait(3, 20) with { Source = "acme-feed2" });
        var answer = await BlindAsync("frt_answered");
        Assert.Equal(2, answer.N);
        Assert.Equal(["answers_not_shown=1", "spam=1"], answer.LeftOut.Select(reason => $"{reason.Key}={reason.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(3, (await BlindAsync("arrivals")).N);
    }

    private Task<MetricAnswer> BlindAsync(string metric) => Facts.Metrics(unseen: this).AnswerAsync(About(metric), TestContext.Current.CancellationToken);
}
