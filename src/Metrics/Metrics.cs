using Listening.Brands;
using Listening.Measuring;
using Listening.Metrics.Answering;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics;

/// <summary>Answers by the definitions of the catalogue, from the published facts.</summary>
public sealed class Metrics(IFactReader facts, CurrentRegistry current, MetricRules rules, IUnseenAnswers? unseen = null, IEvenSources? even = null) : IMetrics
{
    private const int Tries = 2;

    // Statements of one question at once: some parts of each use one core only.
    private const int AtOnce = 2;

    private static readonly IReadOnlyDictionary<string, Metric> Known = typeof(Metric).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Metric)) && !type.IsAbstract)
        .Select(type => (Metric)Activator.CreateInstance(type)!)
        .ToDictionary(metric => metric.Definition.Id);

    /// <inheritdoc/>
    public IReadOnlyList<MetricDefinition> Catalogue { get; } = [.. Known.Values.Select(metric => metric.Definition).OrderBy(one => one.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async Task<MetricAnswer> AnswerAsync(MetricQuestion question, CancellationToken cancellationToken) => (await AnswerAsync([question], cancellationToken))[0];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MetricAnswer>> AnswerAsync(IReadOnlyList<MetricQuestion> questions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var sources = await SourcesAsync(cancellationToken);
        var cohorts = questions.Select(question => Of(question, sources)).ToList();
        var before = cohorts.Select(cohort => cohort.Question.ComparePrevious && !cohort.WithMomentBefore ? Of(Before(cohort.Question), sources) : null).ToList();
        var answers = await AnswerAsync([.. cohorts, .. before.OfType<Cohort>()], cancellationToken);
        return [.. cohorts.Select((cohort, i) => before[i] is { } earlier ? answers[cohort] with { Previous = answers[earlier] } : answers[cohort])];
    }

    /// <inheritdoc/>
    public async Task<MetricRows> RowsAsync(MetricQuestion question, string? cursor, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var cohort = Of(question, await SourcesAsync(cancellationToken));
        var start = RowCursor.Of(cursor);
        return await InOneRevisionAsync(
            revision => Silent(cohort) ? Task.FromResult(new MetricRows(0, revision, [], null)) : RowReader.ReadAsync(cohort, start, limit, facts, revision, cancellationToken),
            rows => rows.Revision);
    }

    /// <summary>A question as it is asked, and whether it has no answer whatever the facts are.</summary>
    internal async Task<(Cohort Cohort, bool Silent)> CohortAsync(MetricQuestion question, CancellationToken cancellationToken)
    {
        var cohort = Of(question, await SourcesAsync(cancellationToken));
        return (cohort, Silent(cohort));
    }

    private async Task<SourceKnowledge> SourcesAsync(CancellationToken cancellationToken) =>
        new(unseen is null ? [] : await unseen.SourcesAsync(cancellationToken), even is null ? null : await even.SourcesAsync(cancellationToken));

    private Cohort Of(MetricQuestion question, SourceKnowledge sources) => Known.TryGetValue(question.Metric, out var metric)
        ? Cohort.Of(metric, question, rules, current.Now.Registry.Brands, sources)
        : throw new MetricQuestionException("metric", $"There is no metric '{question.Metric}'; the catalogue lists them all.");

    // The older cohort is not followed longer than this one.
    private static MetricQuestion Before(MetricQuestion question) => question with
    {
        From = question.From - (question.To - question.From),
        To = question.From,
        AsOf = question.AsOf - (question.To - question.From),
        Interval = Interval.None,
        ComparePrevious = false,
    };

    private async Task<Dictionary<Cohort, MetricAnswer>> AnswerAsync(IReadOnlyList<Cohort> cohorts, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<Cohort, MetricAnswer>();
        await Parallel.ForEachAsync(Statements(cohorts), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (statement, cancelled) =>
        {
            var read = await InOneRevisionAsync(revision => ReadAsync(statement.Whole, statement.Parts, revision, cancelled), read => read[0].Revision);
            var told = statement.Whole.Concat(statement.Parts).ToList();
            lock (answers)
                for (var i = 0; i < told.Count; i++)
                    answers[told[i]] = read[i];
        });
        return answers;
    }

    // What is made from the same rows is one statement; what is made from some of the rows of a longer period comes along with that.
    private List<(List<Cohort> Whole, List<Cohort> Parts)> Statements(IReadOnlyList<Cohort> cohorts)
    {
        var statements = new List<(List<Cohort> Whole, List<Cohort> Parts)>();
        foreach (var cohort in cohorts)
        {
            var shared = statements.Find(statement => statement.Whole.TrueForAll(one => CanShare(one, cohort))).Whole;
            if (shared is null) statements.Add(([cohort], []));
            else shared.Add(cohort);
        }

        foreach (var part in statements.OrderBy(statement => statement.Whole[0].Question.To - statement.Whole[0].Question.From).ToList())
        {
            var (whole, parts) = statements.Find(other => other.Whole != part.Whole && other.Parts.Count + part.Whole.Count + part.Parts.Count <= Parts.Most
                && !Silent(other.Whole[0]) && !Silent(part.Whole[0]) && NumberReader.Holds(other.Whole, [.. part.Whole, .. part.Parts]));
            if (whole is null) continue;
            parts.AddRange(part.Whole);
            parts.AddRange(part.Parts);
            statements.Remove(part);
        }

        return statements;
    }

    private bool CanShare(Cohort one, Cohort other) => !Silent(one) && !Silent(other) && NumberReader.Share(one, other);

    private async Task<IReadOnlyList<MetricAnswer>> ReadAsync(List<Cohort> whole, List<Cohort> parts, long revision, CancellationToken cancellationToken)
    {
        if (Silent(whole[0])) return [NoData.Of(whole[0], revision)];
        return whole[0].Metric.Shape == "Shapes/Curve"
            ? [await CurveReader.ReadAsync(whole[0], rules, facts, revision, cancellationToken)]
            : await NumberReader.ReadAsync(whole, parts, facts, revision, cancellationToken);
    }

    // Without a competitor there is no race.
    private bool Silent(Cohort cohort) => cohort.Metric.NeedsCompetitor && current.Now.Registry.Brands.All(brand => brand.Kind != BrandKind.Competitor);

    // An answer says the revision it saw: when the facts moved on meanwhile, it is asked again. Facts that never rest get the last try;
    // more tries would keep the engine busy with answers that nobody gets.
    private async Task<T> InOneRevisionAsync<T>(Func<long, Task<T>> read, Func<T, long> revisionOf)
    {
        for (var tries = 1; ; tries++)
        {
            var result = await read(facts.Revision);
            if (revisionOf(result) == facts.Revision || tries == Tries) return result;
        }
    }
}
