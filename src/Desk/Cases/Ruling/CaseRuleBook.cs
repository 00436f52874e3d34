using System.Text.Json;
using Listening.Cases;
using Listening.Cases.Ruling;
using Listening.Desk.Cases.Searching;
using Listening.Measuring.Searching;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases.Ruling;

/// <summary>The rules as admins keep them.</summary>
public sealed class CaseRuleBook(DeskStore store, CaseRules settings, TimeProvider time)
{
    /// <summary>Over which time a rule is tried before it is switched on.</summary>
    public static readonly TimeSpan Trial = TimeSpan.FromDays(7);

    /// <summary>All rules in the order in which they run.</summary>
    public Task<List<CaseRule>> ListAsync(CancellationToken cancellationToken) => store.ReadAsync(
        async desk =>
        {
            var rows = await desk.CaseRules.OrderBy(row => row.Id).ToListAsync(cancellationToken);
            var ran = await desk.CaseRuleRuns.GroupBy(run => run.RuleId).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
            return rows.ConvertAll(row => Shown(row, ran.GetValueOrDefault(row.Id)));
        },
        cancellationToken);

    /// <summary>Makes a rule; null when another one has its name.</summary>
    public Task<CaseRule?> AddAsync(CaseRuleDraft draft, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return store.WriteAsync<CaseRule?>(
            async desk =>
            {
                if (await desk.CaseRules.AnyAsync(row => row.Name == draft.Name, cancellationToken)) return null;
                var row = desk.CaseRules.Add(Row(draft, by)).Entity;
                await desk.SaveChangesAsync(cancellationToken);
                return Shown(row, 0);
            },
            cancellationToken);
    }

    /// <summary>Changes a rule; gives it as it was and as it is, null for both when there is none, and null for the second when another one has the name.</summary>
    public Task<(CaseRule? Before, CaseRule? After)> ChangeAsync(long id, Func<CaseRule, CaseRuleDraft> change, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return store.WriteAsync<(CaseRule?, CaseRule?)>(
            async desk =>
            {
                if (await desk.CaseRules.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } before) return (null, null);
                var draft = change(Shown(before, 0));
                if (await desk.CaseRules.AnyAsync(row => row.Name == draft.Name && row.Id != id, cancellationToken)) return (Shown(before, 0), null);
                var after = Row(draft, by) with { Id = id, Turns = before.Turns };
                desk.CaseRules.Update(after);
                return (Shown(before, 0), Shown(after, 0));
            },
            cancellationToken);
    }

    /// <summary>Takes a rule away; what it did stays. Null when there is none.</summary>
    public Task<CaseRule?> RemoveAsync(long id, CancellationToken cancellationToken) => store.WriteAsync(
        async desk =>
        {
            if (await desk.CaseRules.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } before) return null;
            await desk.CaseRuleRuns.Where(run => run.RuleId == id).ExecuteDeleteAsync(cancellationToken);
            await desk.CaseRules.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
            return Shown(before, 0);
        },
        cancellationToken);

    /// <summary>What a search finds among the cases of the last seven days as they stand now: how many, among how many, and the newest of them.</summary>
    public Task<(int Matched, int All, List<Case> Newest)> TryAsync(SearchQuery search, int newest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var now = time.GetUtcNow();
        var since = now - Trial;
        return store.ReadAsync(
            async desk =>
            {
                var week = desk.Cases.Where(row => row.OpenedAt >= since);
                var found = week.Where(new CasePredicate(desk, settings, "", now).Of(search.Condition));
                return (await found.CountAsync(cancellationToken), await week.CountAsync(cancellationToken),
                    await found.OrderByDescending(row => row.OpenedAt).ThenByDescending(row => row.Id).Take(newest).ToListAsync(cancellationToken));
            },
            cancellationToken);
    }

    private CaseRuleRow Row(CaseRuleDraft draft, string by) => new()
    {
        Name = draft.Name, Query = draft.Query, Actions = JsonSerializer.Serialize(draft.Actions), Enabled = draft.Enabled, By = by, Changed = CaseTurn.After(null, time.GetUtcNow()),
    };

    private static CaseRule Shown(CaseRuleRow row, int ran) =>
        new(row.Id, row.Name, row.Query, JsonSerializer.Deserialize<CaseRuleActions>(row.Actions)!, row.Enabled, ran, row.By, row.Changed);
}
