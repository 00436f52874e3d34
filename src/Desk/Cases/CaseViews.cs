using System.Linq.Expressions;
using Listening.Cases;
using Listening.Cases.Replying;

namespace Listening.Desk.Cases;

/// <summary>Which cases stand in which queue. The numbers that the indices are made with stand here as they stand there.</summary>
internal static class CaseViews
{
    /// <summary>From which priority a case is at risk.</summary>
    public const int AtRiskFrom = 50;

    /// <summary>Whether a case stands in <paramref name="view"/> of <paramref name="me"/>.</summary>
    public static Expression<Func<Case, bool>> Of(DeskContext desk, CaseView view, string me, DateTimeOffset at, CaseRules rules)
    {
        DateTimeOffset? now = at;
        DateTimeOffset? promised = at + rules.PromiseSoon;
        var soon = at + rules.Soon;
        var held = desk.CaseReplies.Where(reply => reply.State == ReplyState.ToApprove).Select(reply => reply.CaseId);
        var returned = desk.CaseReplies.Where(reply => reply.State == ReplyState.Returned && reply.By == me).Select(reply => reply.CaseId);
        var asking = desk.InsideQuestions.Where(question => question.Next != null).Select(question => question.CaseId);
        return view switch
        {
            CaseView.NeedsAnswer => row => row.ResolvedAt == null && row.Waiting && !row.Muted && (row.SnoozedUntil == null || row.SnoozedUntil <= now),
            CaseView.Mine => row => row.ResolvedAt == null && row.Assignee == me,
            CaseView.Unassigned => row => row.ResolvedAt == null && row.Waiting && !row.Muted && (row.SnoozedUntil == null || row.SnoozedUntil <= now) && row.Assignee == null,
            CaseView.DueSoon => row => row.ResolvedAt == null && row.Waiting && !row.Muted && (row.SnoozedUntil == null || row.SnoozedUntil <= now) && row.Due <= soon,
            CaseView.Snoozed => row => row.ResolvedAt == null && row.SnoozedUntil != null && row.SnoozedUntil > now,
            CaseView.Reopened => row => row.ResolvedAt == null && row.Episode > 1,
            CaseView.AnsweredByCompetitor => row => row.ResolvedAt == null && row.Waiting && !row.Muted && (row.SnoozedUntil == null || row.SnoozedUntil <= now) && row.Rival != "",
            // A resolve keeps no promise.
            CaseView.PromiseDue => row => row.PromiseDue != null && row.PromiseDue <= promised,
            CaseView.AtRisk => row => row.ResolvedAt == null && row.Waiting && !row.Muted && (row.SnoozedUntil == null || row.SnoozedUntil <= now) && row.Priority >= AtRiskFrom,
            CaseView.NotSure => row => row.ResolvedAt == null && row.Waiting && !row.Muted && (row.SnoozedUntil == null || row.SnoozedUntil <= now) && row.Intent == "not_sure",
            // A question that is looked after is open.
            CaseView.WaitingForExpert => row => row.ResolvedAt == null && asking.Contains(row.Id),
            // A resolve sends nothing and gives nothing back.
            CaseView.ToApprove => row => held.Contains(row.Id),
            CaseView.Returned => row => row.ResolvedAt == null && returned.Contains(row.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, "There is no such queue."),
        };
    }
}
