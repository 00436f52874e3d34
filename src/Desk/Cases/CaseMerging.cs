using System.Globalization;
using Listening.Access;
using Listening.Cases;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>What a case takes over from one that turned out to be one with it. Its notes are found through <see cref="Case.MergedInto"/>, so a reopen takes them back.</summary>
internal static class CaseMerging
{
    /// <summary>Within the transaction in which <paramref name="merged"/> ends; gives <paramref name="into"/> as it stands then.</summary>
    public static async Task<Case> AbsorbAsync(DeskContext desk, Case merged, Case into, Actor by, TimeProvider time, CancellationToken cancellationToken)
    {
        var at = CaseTurn.After(into, time.GetUtcNow());
        var next = into with { Assignee = into.Assignee ?? merged.Assignee, Team = into.Team ?? merged.Team, Changed = at, Version = into.Version + 1 };
        await CaseTurn.ReplaceAsync(desk, into, next, cancellationToken);
        var tags = await desk.CaseTags.Where(row => row.CaseId == merged.Id).Select(row => row.Tag).ToListAsync(cancellationToken);
        await CaseParts.TagAsync(desk, into.Id, tags, [], cancellationToken);
        // Who was merged into what is merged now goes along: there is one step to follow.
        long? there = into.Id;
        await desk.Cases.Where(row => row.MergedInto == merged.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.MergedInto, there), cancellationToken);
        CaseTurn.Note(desk, into.Id, at, by, CaseAction.Absorbed, merged.Id.ToString(CultureInfo.InvariantCulture));
        return next;
    }
}
