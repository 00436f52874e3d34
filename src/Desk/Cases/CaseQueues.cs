using Listening.Cases;
using Listening.Cases.Replying;
using Listening.Desk.Cases.Searching;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>The queues of cases, each indexed.</summary>
public sealed class CaseQueues(DeskStore store, CaseRules rules, TimeProvider time)
{
    /// <summary>A page of a queue by rank. Without a search the cases of an outbreak are one row, the first of them; what was promised or asked was promised or asked for each.</summary>
    public Task<List<Case>> ReadAsync(CaseQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var now = time.GetUtcNow();
        return store.ReadAsync(
            desk =>
            {
                var view = desk.Cases.Where(CaseViews.Of(desk, question.View, question.Me, now, rules));
                var rows = question.Search is { } search
                    ? view.Where(new CasePredicate(desk, rules, question.Me, now).Of(search.Condition))
                    : Stands(question.View) ? view
                    : view.Where(row => row.Outbreak == null || !view.Any(other =>
                        other.Outbreak!.Value == row.Outbreak!.Value && (other.Rank < row.Rank || (other.Rank == row.Rank && other.Id < row.Id))));
                if (question.After is var (rank, id)) rows = rows.Where(row => row.Rank > rank || (row.Rank == rank && row.Id > id));
                return rows.OrderBy(row => row.Rank).ThenBy(row => row.Id).Take(question.Limit).ToListAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>How many other cases of the same outbreak stand in the queue, by outbreak.</summary>
    public async Task<IReadOnlyDictionary<long, int>> SimilarAsync(CaseView view, string me, IEnumerable<Case> page, CancellationToken cancellationToken)
    {
        var outbreaks = page.Where(row => row.Outbreak is not null).Select(row => row.Outbreak!.Value).Distinct().ToArray();
        if (outbreaks.Length == 0 || Stands(view)) return new Dictionary<long, int>();
        var now = time.GetUtcNow();
        return await store.ReadAsync(
            desk => desk.Cases.Where(row => row.Outbreak != null && outbreaks.Contains(row.Outbreak.Value)).Where(CaseViews.Of(desk, view, me, now, rules))
                .GroupBy(row => row.Outbreak!.Value).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count - 1, cancellationToken),
            cancellationToken);
    }

    /// <summary>How many open cases a search finds, whatever queue they stand in.</summary>
    public Task<int> CountAsync(CaseSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var now = time.GetUtcNow();
        return store.ReadAsync(
            desk => desk.Cases.Where(row => row.ResolvedAt == null).Where(new CasePredicate(desk, rules, search.Me, now).Of(search.Query.Condition)).CountAsync(cancellationToken),
            cancellationToken);
    }

    /// <summary>How many cases each queue has, by who has them; one pass over an index.</summary>
    public Task<CaseCounts> CountAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        DateTimeOffset? promised = now.Value + rules.PromiseSoon;
        var soon = now.Value + rules.Soon;
        return store.ReadAsync(
            async desk =>
            {
                var rows = await desk.Cases.Where(row => row.ResolvedAt == null).GroupBy(row => row.Assignee).Select(group => new
                {
                    group.Key,
                    All = group.Count(),
                    Asking = group.Sum(row => row.Waiting && !row.Muted && (row.SnoozedUntil == null || row.SnoozedUntil <= now) ? 1 : 0),
                    DueSoon = group.Sum(row => row.Waiting && !row.Muted && (row.SnoozedUntil == null || row.SnoozedUntil <= now) && row.Due <= soon ? 1 : 0),
                    Snoozed = group.Sum(row => row.SnoozedUntil != null && row.SnoozedUntil > now ? 1 : 0),
                    Reopened = group.Sum(row => row.Episode > 1 ? 1 : 0),
                    Rival = group.Sum(row => row.Waiting && !row.Muted && (row.SnoozedUntil == null || row.SnoozedUntil <= now) && row.Rival != "" ? 1 : 0),
                    AtRisk = group.Sum(row => row.Waiting && !row.Muted && (row.SnoozedUntil == null || row.SnoozedUntil <= now) && row.Priority >= CaseViews.AtRiskFrom ? 1 : 0),
                    NotSure = group.Sum(row => row.Waiting && !row.Muted && (row.SnoozedUntil == null || row.SnoozedUntil <= now) && row.Intent == "not_sure" ? 1 : 0),
                }).ToListAsync(cancellationToken);
                // A resolve keeps no promise, so these need not be open.
                var promises = await desk.Cases.CountAsync(row => row.PromiseDue != null && row.PromiseDue <= promised, cancellationToken);
                var asked = await desk.Cases.CountAsync(CaseViews.Of(desk, CaseView.WaitingForExpert, "", now.Value, rules), cancellationToken);
                var held = await desk.Cases.CountAsync(CaseViews.Of(desk, CaseView.ToApprove, "", now.Value, rules), cancellationToken);
                var returned = await desk.CaseReplies.Where(row => row.State == ReplyState.Returned)
                    .Join(desk.Cases.Where(row => row.ResolvedAt == null), row => row.CaseId, row => row.Id, (row, _) => new { row.By, row.CaseId }).Distinct().GroupBy(row => row.By).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
                return new CaseCounts(
                    rows.Sum(row => row.All),
                    rows.Where(row => row.Key is not null).ToDictionary(row => row.Key!, row => row.All, StringComparer.Ordinal),
                    new Dictionary<CaseView, int>
                    {
                        [CaseView.NeedsAnswer] = rows.Sum(row => row.Asking),
                        [CaseView.Unassigned] = rows.Where(row => row.Key is null).Sum(row => row.Asking),
                        [CaseView.DueSoon] = rows.Sum(row => row.DueSoon),
                        [CaseView.Snoozed] = rows.Sum(row => row.Snoozed),
                        [CaseView.Reopened] = rows.Sum(row => row.Reopened),
                        [CaseView.AnsweredByCompetitor] = rows.Sum(row => row.Rival),
                        [CaseView.PromiseDue] = promises,
                        [CaseView.AtRisk] = rows.Sum(row => row.AtRisk),
                        [CaseView.NotSure] = rows.Sum(row => row.NotSure),
                        [CaseView.WaitingForExpert] = asked,
                        [CaseView.ToApprove] = held,
                    },
                    returned);
            },
            cancellationToken);
    }

    // Each case is there for itself.
    private static bool Stands(CaseView view) => view is CaseView.PromiseDue or CaseView.WaitingForExpert or CaseView.ToApprove or CaseView.Returned;
}
