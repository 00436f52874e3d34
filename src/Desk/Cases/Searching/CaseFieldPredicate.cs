using System.Linq.Expressions;
using Listening.Cases;
using Listening.Measuring.Searching;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases.Searching;

/// <summary>A field that only cases have as a condition on them.</summary>
internal sealed class CaseFieldPredicate(DeskContext desk, CaseRules rules, string me, DateTimeOffset at)
{
    /// <summary>True or false for every case.</summary>
    public Expression<Func<Case, bool>> Of(CaseFieldIs field)
    {
        var value = field.Value.Replace("\0", "", StringComparison.Ordinal);
        var pattern = field.Beginning ? LikePattern.Beginning(value) : LikePattern.Exactly(value);
        var (tags, notes, mine) = (desk.CaseTags, desk.CaseNotes, me);
        return field switch
        {
            { Field: CaseField.Assignee, Value: "me" } => row => row.Assignee != null && row.Assignee == mine,
            { Field: CaseField.Assignee, Value: "nobody" } => row => row.Assignee == null,
            { Field: CaseField.Assignee } => row => row.Assignee != null && EF.Functions.Like(row.Assignee.ToLower(), pattern, "\\"),
            { Field: CaseField.Team, Value: "none" } => row => row.Team == null,
            { Field: CaseField.Team } => row => row.Team != null && EF.Functions.Like(row.Team.ToLower(), pattern, "\\"),
            { Field: CaseField.Tag } => row => tags.Any(tag => tag.CaseId == row.Id && EF.Functions.Like(tag.Tag.ToLower(), pattern, "\\")),
            { Field: CaseField.Has, Value: "note" } => row => notes.Any(note => note.CaseId == row.Id),
            { Field: CaseField.Has, Value: "tag" } => row => tags.Any(tag => tag.CaseId == row.Id),
            { Field: CaseField.Has } => row => row.Rival != "",
            { Field: CaseField.View } => CaseViews.Of(desk, Enum.GetValues<CaseView>().Single(view => Named(view, value)), me, at, rules),
            { Field: CaseField.Outcome } => Outcome(value),
            _ => State(value),
        };
    }

    private Expression<Func<Case, bool>> State(string value)
    {
        DateTimeOffset? now = at;
        return value switch
        {
            "open" => row => row.ResolvedAt == null && (row.SnoozedUntil == null || row.SnoozedUntil <= now),
            "snoozed" => row => row.ResolvedAt == null && row.SnoozedUntil != null && row.SnoozedUntil > now,
            "resolved" => row => row.ResolvedAt != null,
            "waiting" => row => row.Waiting,
            "answered" => row => row.AnsweredAt != null,
            _ => row => row.Muted,
        };
    }

    private static Expression<Func<Case, bool>> Outcome(string value)
    {
        CaseOutcome? outcome = Enum.GetValues<CaseOutcome>().Single(one => Named(one, value));
        return row => row.Outcome != null && row.Outcome == outcome;
    }

    // NeedsAnswer is called needs_answer.
    private static bool Named<T>(T name, string value) where T : struct, Enum => $"{name}".Equals(value.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
