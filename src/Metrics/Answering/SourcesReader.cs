using Listening.Measuring;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics.Answering;

/// <summary>Puts beside each source's figure what is known of the source itself.</summary>
internal static class SourcesReader
{
    /// <summary>Adds to the points by source, and a point with n = 0 for a source that has none: one that fell silent must not vanish.</summary>
    public static async Task AddAsync(
        Dictionary<(long Bucket, string Group), MetricPoint> points, Cohort cohort, IFactReader facts, CancellationToken cancellationToken)
    {
        await foreach (var row in facts.ReadAsync(cohort.Query(cohort.Metric.ElsewhereBySource!), cancellationToken))
        {
            var source = row.Get<string>("grouping");
            var beside = row.Columns.Where(column => column != "grouping").ToDictionary(column => column, column => Figures.Number(row, column));
            var point = points.GetValueOrDefault((0, source)) ?? new MetricPoint(null, source, null, null, 0);
            points[(0, source)] = point with { Beside = beside };
        }
    }
}
