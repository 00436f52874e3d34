using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Voice;

/// <summary>Who is talked about, by posts.</summary>
internal sealed class ShareOfVoice : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "share_of_voice", "Share of voice",
        "Mentions of our brands ÷ mentions of all registered brands, in customers' posts; a post that names two brands mentions both, reposts are left out. Only sources that are searched for every "
        + "registered brand alike count; posts of the others are left out and counted. What each brand is searched by stands with the answer: a brand with a common name or more terms is found more often.",
        "share", null, "customers' posts written in the period that name a registered brand, in sources searched for all of them alike", Dimensions.OfVoice);

    /// <inheritdoc/>
    public override Subject Subject => Subject.Posts;

    /// <inheritdoc/>
    public override string Rows => "Voice/Mentioned";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Voice";

    /// <inheritdoc/>
    public override bool ComparesBrands => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["mentions_of_ours", "mentions_of_all"];

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [new("by", question.By ?? "")];
}
