using System.Text.Json;
using Listening.Access;
using Listening.Cases;
using Listening.Cases.Ruling;
using Listening.Conversations;
using Listening.Desk.Cases.Searching;
using Listening.Measuring.Searching;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases.Ruling;

/// <summary>Runs the rules over cases that were made or changed, in the transaction that did it.</summary>
internal static class CaseRuling
{
    /// <summary>Every rule that is on, in its order, over those of <paramref name="ids"/> that it finds and did not run on in this episode.</summary>
    public static async Task RunAsync(DeskContext desk, CaseRules settings, IReadOnlyCollection<long> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return;
        var rules = await desk.CaseRules.AsNoTracking().Where(rule => rule.Enabled).OrderBy(rule => rule.Id).ToListAsync(cancellationToken);
        if (rules.Count == 0) return;
        // What was noted so far has to lie in the tables before a rule looks there.
        await desk.SaveChangesAsync(cancellationToken);
        foreach (var rule in rules)
        {
            var search = new CasePredicate(desk, settings, "", now).Of(SearchQuery.Parse(rule.Query, SearchSubject.Cases).Condition);
            var found = await desk.Cases.AsNoTracking().Where(row => ids.Contains(row.Id) && row.ResolvedAt == null)
                .Where(row => !desk.CaseRuleRuns.Any(run => run.CaseId == row.Id && run.RuleId == rule.Id && run.Episode == row.Episode))
                .Where(search).OrderBy(row => row.Id).ToListAsync(cancellationToken);
            foreach (var one in found) await DoAsync(desk, settings, rule, one, now, cancellationToken);
        }
    }

    private static async Task DoAsync(DeskContext desk, CaseRules settings, CaseRuleRow rule, Case one, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var actions = JsonSerializer.Deserialize<CaseRuleActions>(rule.Actions)!;
        var at = CaseTurn.After(one, now);
        var by = new Actor($"rule {rule.Name}", null);
        desk.CaseRuleRuns.Add(new() { CaseId = one.Id, RuleId = rule.Id, Episode = one.Episode });
        var next = one;
        if (actions.Mute && !one.Muted)
        {
            next = next with { Muted = true };
            CaseTurn.Note(desk, one.Id, at, by, CaseAction.Muted, null);
        }

        if (actions.Priority > one.Floor)
        {
            next = await CaseRanking.RankAsync(desk, next with { Floor = actions.Priority, FloorBy = rule.Name }, settings, cancellationToken);
            CaseTurn.Note(desk, one.Id, at, by, CaseAction.Prioritized, $"{actions.Priority}");
            await CaseRanking.NoteAsync(desk, one.Id, next.Priority, settings, at, cancellationToken);
        }

        if (actions.Assign.Count > 0 && one.Assignee is null)
        {
            next = next with { Assignee = await NextAsync(desk, rule, actions, cancellationToken) };
            CaseTurn.Note(desk, one.Id, at, by, CaseAction.Assigned, next.Assignee, CaseEventKind.Assigned);
        }

        if (actions.Team is { } team && team != one.Team)
        {
            next = next with { Team = team };
            CaseTurn.Note(desk, one.Id, at, by, CaseAction.Teamed, team);
        }

        if (actions.Alert) desk.Alerts.Add(RuleAlert.Of(rule, next, at));
        if (next != one) await CaseTurn.ReplaceAsync(desk, one, next with { Changed = at, Version = one.Version + 1 }, cancellationToken);
        var there = await desk.CaseTags.Where(row => row.CaseId == one.Id).Select(row => row.Tag).ToListAsync(cancellationToken);
        var add = actions.Tags.Except(there).ToList();
        desk.CaseTags.AddRange(add.Select(tag => new CaseTagRow { CaseId = one.Id, Tag = tag }));
        if (add.Count > 0) CaseTurn.Note(desk, one.Id, at, by, CaseAction.Tagged, string.Join(' ', add.Select(tag => $"+{tag}")));
        if (next == one && add.Count > 0) await CaseTurn.TouchAsync(desk, one.Id, cancellationToken);
        await desk.SaveChangesAsync(cancellationToken);
    }

    private static async Task<string> NextAsync(DeskContext desk, CaseRuleRow rule, CaseRuleActions actions, CancellationToken cancellationToken)
    {
        var to = actions.Assign;
        if (actions.By == AssignBy.Turn)
        {
            var turns = await desk.CaseRules.Where(row => row.Id == rule.Id).Select(row => row.Turns).SingleAsync(cancellationToken);
            await desk.CaseRules.Where(row => row.Id == rule.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Turns, turns + 1), cancellationToken);
            return to[(int)(turns % to.Count)];
        }

        var load = await desk.Cases.Where(row => row.ResolvedAt == null && row.Assignee != null && to.Contains(row.Assignee))
            .GroupBy(row => row.Assignee!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return to.MinBy(person => load.GetValueOrDefault(person))!;
    }
}
