using System.Globalization;
using Listening.Cases;
using Listening.Desk.Cases;
using Listening.Measuring;
using Listening.Measuring.Searching;
using Listening.Storing;

namespace Listening.Web.Measuring;

/// <summary>
/// The catalogue with what only the desk knows: promises are kept in the relational store, not among the facts. Number and rows come from one reading of them; every other
/// question goes to the facts.
/// </summary>
public sealed class DeskMetrics(Metrics.Metrics metrics, CasePromises promises, IFactReader facts) : IMetrics
{
    private const int Most = 10_000;

    private static readonly MetricDefinition Promises = new(
        "promises_kept", "Promises kept",
        "Promises to customers that were done by the time that was named ÷ those done in time, done late or not done. Promises taken back or replaced before they were due are left out and counted; "
        + "those not due yet too. A filter is a search for cases (source:, team:, assignee:, tag:, …), as they are now.",
        "share", true, "promises noted on cases that were due in the period", ["brand", "source", "team", "assignee"]);

    /// <inheritdoc/>
    public IReadOnlyList<MetricDefinition> Catalogue { get; } = [.. metrics.Catalogue.Append(Promises).OrderBy(one => one.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async Task<MetricAnswer> AnswerAsync(MetricQuestion question, CancellationToken cancellationToken) => (await AnswerAsync([question], cancellationToken))[0];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MetricAnswer>> AnswerAsync(IReadOnlyList<MetricQuestion> questions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var told = new Queue<MetricAnswer>(await metrics.AnswerAsync([.. questions.Where(question => question.Metric != Promises.Id)], cancellationToken));
        var answers = new List<MetricAnswer>();
        foreach (var question in questions) answers.Add(question.Metric == Promises.Id ? await KeptAsync(question, cancellationToken) : told.Dequeue());
        return answers;
    }

    /// <inheritdoc/>
    public async Task<MetricRows> RowsAsync(MetricQuestion question, string? cursor, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Metric != Promises.Id) return await metrics.RowsAsync(question, cursor, limit, cancellationToken);
        var skipped = 0;
        if (cursor is not null && !int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out skipped))
            throw new MetricQuestionException("cursor", "The cursor is not one that a page gave; ask without it for the first page.");
        var decided = (await DueAsync(question, cancellationToken)).Where(one => one.Kept is not null && (question.Group is null || Grouping(one.Case, question.By) == question.Group)).Reverse().ToList();
        var next = skipped + limit < decided.Count ? (skipped + limit).ToString(CultureInfo.InvariantCulture) : null;
        return new(decided.Count, facts.Revision, [.. decided.Skip(skipped).Take(limit).Select(one => Row(one.Case, one.Promise.Due, one.Kept == true))], next);
    }

    private async Task<MetricAnswer> KeptAsync(MetricQuestion question, CancellationToken cancellationToken)
    {
        var due = await DueAsync(question, cancellationToken);
        var decided = due.Where(one => one.Kept is not null && (question.Group is null || Grouping(one.Case, question.By) == question.Group)).ToList();
        var length = question.To - question.From;
        return new()
        {
            Id = Promises.Id,
            Unit = Promises.Unit,
            AsOf = question.AsOf,
            Revision = facts.Revision,
            N = decided.Count,
            Value = Share(decided),
            LeftOut = due.Where(one => one.Kept is null).GroupBy(one => one.Promise.WithdrawnAt is null ? "not due yet" : "taken back").ToDictionary(group => group.Key, group => (long)group.Count()),
            Series = question.By is null ? []
                : [.. decided.GroupBy(one => Grouping(one.Case, question.By)).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new MetricPoint(null, group.Key, null, Share([.. group]), group.Count()))],
            Previous = question.ComparePrevious
                ? await KeptAsync(question with { From = question.From - length, To = question.From, AsOf = question.AsOf - length, ComparePrevious = false }, cancellationToken)
                : null,
        };
    }

    // As the promises stood at the question's instant.
    private async Task<List<(Case Case, CasePromise Promise, bool? Kept)>> DueAsync(MetricQuestion question, CancellationToken cancellationToken)
    {
        if (question.Interval != Interval.None) throw new MetricQuestionException("interval", $"'{Promises.Id}' is not cut by time; ask it for shorter periods.");
        if (question.By is { } by && !Promises.Dimensions.Contains(by)) throw new MetricQuestionException("by", $"'{Promises.Id}' can be grouped by {string.Join(", ", Promises.Dimensions)}, not by '{by}'.");
        var due = await promises.OfCasesAsync(question.From, question.To, SearchQuery.ParseOptional(question.Filter, SearchSubject.Cases), Most + 1, cancellationToken);
        if (due.Count > Most) throw new MetricQuestionException("from", $"More than {Most} promises were due then; ask for a shorter period.");
        return
        [
            .. from one in due
               where one.Promise.At <= question.AsOf && (question.Brand is null || one.Case.Brand == question.Brand)
               let known = one.Promise with { KeptAt = By(one.Promise.KeptAt, question.AsOf), WithdrawnAt = By(one.Promise.WithdrawnAt, question.AsOf) }
               select (one.Case, known, known.KeptBy(question.AsOf)),
        ];
    }

    // Who has it is empty where nobody does.
    private static string Grouping(Case of, string? by) => by switch { "source" => of.Source, "team" => of.Team ?? "", "assignee" => of.Assignee ?? "", _ => of.Brand };

    private static DateTimeOffset? By(DateTimeOffset? at, DateTimeOffset asOf) => at <= asOf ? at : null;

    private static double? Share(List<(Case Case, CasePromise Promise, bool? Kept)> decided) =>
        decided.Count == 0 ? null : decided.Count(one => one.Kept == true) / (double)decided.Count;

    private static MetricRow Row(Case of, DateTimeOffset due, bool kept) => new()
    {
        Kind = "case",
        Source = of.Source,
        Id = of.PostId,
        Handle = of.Handle,
        Text = of.Snippet,
        At = due,
        Brand = of.Brand,
        State = kept ? "kept" : "broken",
        Values = new Dictionary<string, object?> { ["hit"] = kept },
    };
}
