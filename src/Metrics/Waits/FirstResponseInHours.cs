using System.Globalization;
using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>Half of the episodes were answered by this working time, the open ones counted.</summary>
internal sealed class FirstResponseInHours : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "frt_bh", "Median first answer, working time",
        "The estimator of the median first answer over working time between the same instants, by the calendar in force when the complaint was made. Complaints made when there "
        + "was no calendar are left out and counted.",
        "seconds", false, "episodes of our brands opened in the period under a calendar; what happened to them counts until the time looked at", [.. Dimensions.OfWaits, "target", "calendar"]);

    /// <inheritdoc/>
    public override string Rows => "Waits/WorkingWaits";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Survival";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["answered", "deleted", "skewed"];

    /// <inheritdoc/>
    public override double? Quantile => 0.5;

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules)
    {
        var worked = rules.Targets.Now.Worked(question.AsOf);
        return
        [
            new("calendars", worked.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Version}/{one.Calendar}")).Prepend("").ToArray()),
            new("worked", worked.Select(one => one.Worked).Prepend(0).ToArray()),
        ];
    }
}
