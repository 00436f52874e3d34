using Listening.Brands;
using Listening.Measuring;
using Listening.Metrics.Answering;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics;

/// <summary>Answers by the definitions of the catalogue, from the published facts.</summary>
public sealed class Metrics(IFactReader facts, IReadOnlyList<Brand> registry, MetricRules rules) : IMetrics
{
    private const int Tries = 4;

    private static readonly IReadOnlyDictionary<string, Metric> Known = typeof(Metric).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Metric)) && !type.IsAbstract)
        .Select(type => (Metric)Activator.CreateInstance(type)!)
        .ToDictionary(metric => metric.Definition.Id);

    /// <inheritdoc/>
    public IReadOnlyList<MetricDefinition> Catalogue { get; } = [.. Known.Values.Select(metric => metric.Definition).OrderBy(one => one.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async Task<MetricAnswer> AnswerAsync(MetricQuestion question, CancellationToken cancellationToken)
    {
        var cohort = Of(question);
        var answer = await InOneRevisionAsync(revision => AnswerAsync(cohort, revision, cancellationToken), answer => answer.Revision);
        if (!question.ComparePrevious) return answer;
        var length = question.To - question.From;
        var before = question with
        {
            From = question.From - length,
            To = question.From,
            // The older cohort is not followed longer than this one.
            AsOf = question.AsOf - length,
            Interval = Interval.None,
            ComparePrevious = false,
        };
        return answer with { Previous = await AnswerAsync(before, cancellationToken) };
    }

    /// <inheritdoc/>
    public Task<MetricRows> RowsAsync(MetricQuestion question, string? cursor, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var cohort = Of(question);
        var start = RowCursor.Of(cursor);
        return InOneRevisionAsync(
            revision => Silent(cohort) ? Task.FromResult(new MetricRows(0, revision, [], null)) : RowReader.ReadAsync(cohort, start, limit, facts, revision, cancellationToken),
            rows => rows.Revision);
    }

    private Cohort Of(MetricQuestion question) => Known.TryGetValue(question.Metric, out var metric)
        ? Cohort.Of(metric, question, rules, registry)
        : throw new MetricQuestionException("metric", $"There is no metric '{question.Metric}'; the catalogue lists them all.");

    private Task<MetricAnswer> AnswerAsync(Cohort cohort, long revision, CancellationToken cancellationToken)
    {
        if (Silent(cohort)) return Task.FromResult(NoData.Of(cohort, revision));
        return cohort.Metric.Shape == "Shapes/Curve"
            ? CurveReader.ReadAsync(cohort, rules, facts, revision, cancellationToken)
            : NumberReader.ReadAsync(cohort, facts, revision, cancellationToken);
    }

    // Without a competitor there is no race.
    private bool Silent(Cohort cohort) => cohort.Metric.NeedsCompetitor && registry.All(brand => brand.Kind != BrandKind.Competitor);

    // Several queries make one answer: when the facts moved on between them, they are asked again. Facts that never rest get the last try.
    private async Task<T> InOneRevisionAsync<T>(Func<long, Task<T>> read, Func<T, long> revisionOf)
    {
        for (var tries = 1; ; tries++)
        {
            var result = await read(facts.Revision);
            if (revisionOf(result) == facts.Revision || tries == Tries) return result;
        }
    }
}
