using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Races;

/// <summary>How many races ended in one way; all ways are counted in one reading of the races.</summary>
internal abstract class RaceOutcome(string outcome) : Metric
{
    /// <inheritdoc/>
    public override string Rows => "Races/Outcome";

    /// <inheritdoc/>
    public override string NumberRows => "Races/Race";

    /// <inheritdoc/>
    public override string Shape => "Shapes/States";

    /// <inheritdoc/>
    public override string? State => outcome;

    /// <inheritdoc/>
    public override bool Among => true;

    /// <inheritdoc/>
    public override bool NeedsCompetitor => true;

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) =>
        [new("outcome", outcome), new("race", (long)rules.Race.TotalMilliseconds)];
}
