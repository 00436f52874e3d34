using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Recovery;

/// <summary>Who came back after a complaint.</summary>
internal sealed class LoyalReturn : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "loyal_return", "Wrote well of us again",
        "Answered authors who wrote about us again between the eighth and the ninetieth day after our first answer, and sounded positive or neutral ÷ all whose ninety days ended in the period. "
        + "Who was not seen again may be content and silent. The 95 % interval is by Wilson (1927).",
        "share", true, "episodes of our brands whose ninetieth day after our first answer fell in the period, whenever opened", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Recovery/Returned";

    /// <inheritdoc/>
    public override string Episodes => "Recovery/Ripe";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Wilson";

    /// <inheritdoc/>
    public override bool CutByTime => false;

    /// <inheritdoc/>
    public override bool OpenedAnyTime => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["hits", "low", "high"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> BesideEach => ["low", "high"];

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) =>
    [
        new("follow", (long)RecoveryRules.ReturnTo.TotalMilliseconds),
        new("earliest", (long)RecoveryRules.ReturnFrom.TotalMilliseconds),
        new("said_from", question.From - RecoveryRules.ReturnTo),
        new("said_to", question.To),
    ];
}
