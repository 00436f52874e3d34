using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Voice;

/// <summary>Who is talked about, by authors.</summary>
internal sealed class ShareOfVoices : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "share_of_voice_authors", "Share of voice by authors",
        "As share of voice, by authors instead of posts: an author who named a brand in the period, however often, is one for it. Somebody who writes all day does not move it.",
        "share", null, "authors of customers' posts written in the period that name a registered brand, in sources searched for all of them alike", ["source", "brand"]);

    /// <inheritdoc/>
    public override Subject Subject => Subject.Posts;

    /// <inheritdoc/>
    public override string Rows => "Voice/Speakers";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Voice";

    /// <inheritdoc/>
    public override bool CutByTime => false;

    /// <inheritdoc/>
    public override bool ComparesBrands => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["mentions_of_ours", "mentions_of_all"];

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [new("by", question.By ?? "")];
}
