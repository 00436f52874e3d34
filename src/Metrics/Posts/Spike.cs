using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Posts;

/// <summary>Where far more was written than usual.</summary>
internal sealed class Spike : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "spike", "Posts in spikes",
        "Posts written in a spike: an hour (in periods of up to three hours: a minute) with more posts than the median m of the same hour of "
        + "the week over the eight weeks before, by five times the larger of √max(m, 1) and 1.4826 × the median absolute deviation, and at least "
        + "20 posts an hour or 10 a minute. Where fewer than four weeks before are known nothing is called a spike.",
        "count", null, "posts written in the period", Dimensions.OfPosts);

    /// <inheritdoc/>
    public override Subject Subject => Subject.Posts;

    /// <inheritdoc/>
    public override string Rows => "Posts/Spikes";

    /// <inheritdoc/>
    public override string NumberRows => "Posts/Written";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Spikes";

    /// <inheritdoc/>
    public override bool Among => true;

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => 
    [
        new("grain", Grain(question) * 1000L),
        new("least", Grain(question) == 60 ? 10L : 20L),
        new("since", question.From.AddDays(-57)),
        new("cell", (long)Cell(question).TotalMilliseconds),
    ];

    // In every zone the clock goes by quarters of an hour since 1972; before, by seconds.
    private static TimeSpan Cell(MetricQuestion question) =>
        question.From.Year < 1975 ? TimeSpan.FromMilliseconds(1)
        : question.Interval == Interval.Minute || Grain(question) == 60 ? TimeSpan.FromMinutes(1)
        : TimeSpan.FromMinutes(15);

    private static int Grain(MetricQuestion question) => question.To - question.From <= TimeSpan.FromHours(3) ? 60 : 3600;
}
