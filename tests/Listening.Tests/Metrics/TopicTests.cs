using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class TopicTests(EngineFixture engine) : FactsTest(engine)
{
    [Fact]
    public async Task A_topic_has_its_posts_its_complaints_and_its_tone()
    {
        await Facts.AddAsync(
            Of("delay", "complaint", "negative"), Of("delay", "complaint", "negative"), Of("delay", "question", "neutral"), Of("delay", "praise", "positive"),
            Of("delay", "complaint", ""), Of("", "", ""));

        var complaints = await AskAsync(About("complaints") with { By = "topic" });
        var tone = await AskAsync(About("net_sentiment") with { By = "topic" });

        Assert.Equal((3d, 6L), (complaints.Value, complaints.Of));
        Assert.Equal([("delay", 3L)], complaints.Series.Select(point => (point.Group!, point.N)));
        Assert.Equal([("delay", -0.25, 4L)], tone.Series.Select(point => (point.Group!, point.Value!.Value, point.N)));
        Assert.Equal((2L, 1d, 2d), (tone.LeftOut["not sorted"], tone.Beside["positive"]!.Value, tone.Beside["negative"]!.Value));
        Assert.Equal([("", 1L), ("delay", 5L)], (await AskAsync(About("posts") with { By = "topic" })).Series.Select(point => (point.Group!, point.N)));
    }

    private static SeededPost Of(string topic, string intent, string sentiment) => new() { PostedAt = Noon.AddMinutes(1), Topic = topic, Intent = intent, Sentiment = sentiment };
}
