using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Recovery;

/// <summary>Who praised a competitor after it came first.</summary>
internal sealed class Defection : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "defection", "Praised a competitor afterwards",
        "Authors whom a competitor answered before us, or instead of us, within 72 h, and who wrote positively about a competitor within ninety days after that ÷ all whose ninety days ended in the "
        + "period. The 95 % interval is by Wilson (1927). Without a registered competitor, no data.",
        "share", false, "episodes by posts alone of our brands that a competitor took, and whose ninetieth day after that fell in the period, whenever opened", Dimensions.OfWaits);

    /// <inheritdoc/>
    public override string Rows => "Recovery/Defected";

    /// <inheritdoc/>
    public override string Episodes => "Recovery/Intercepted";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Wilson";

    /// <inheritdoc/>
    public override bool CutByTime => false;

    /// <inheritdoc/>
    public override bool OpenedAnyTime => true;

    /// <inheritdoc/>
    public override bool NeedsCompetitor => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["hits", "low", "high"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> BesideEach => ["low", "high"];

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) =>
    [
        new("follow", (long)RecoveryRules.ReturnTo.TotalMilliseconds),
        new("race", (long)rules.Race.TotalMilliseconds),
        new("said_from", question.From - RecoveryRules.ReturnTo),
    ];
}
