using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Answering;

/// <summary>The answer before anything is read, and the whole of it where there is nothing.</summary>
internal static class NoData
{
    /// <summary>No value, and nothing beside it.</summary>
    public static MetricAnswer Of(Cohort cohort, long revision) => new()
    {
        Id = cohort.Metric.Definition.Id,
        Unit = cohort.Metric.Definition.Unit,
        AsOf = cohort.Question.AsOf,
        Revision = revision,
        Of = cohort.Metric.Among ? 0 : null,
        Terms = cohort.Terms,
        Beside = cohort.Metric.Beside.ToDictionary(name => name, _ => (double?)null),
    };
}
