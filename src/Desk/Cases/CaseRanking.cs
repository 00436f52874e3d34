using System.Globalization;
using Listening.Cases;
using Listening.Cases.Ranking;
using Listening.Conversations;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>Gives cases their priority from what else is known at the desk, and what is promised for it.</summary>
internal static class CaseRanking
{
    private const int Crowd = 500;
    private static readonly TimeSpan Beside = TimeSpan.FromHours(1);

    /// <summary>The case with its priority and why; where targets ask for priorities and it is another, due anew.</summary>
    public static async Task<Case> RankAsync(DeskContext desk, Case one, CaseRules rules, CancellationToken cancellationToken)
    {
        var priority = CasePriority.Of(one, await SignsAsync(desk, one, cancellationToken));
        var ranked = one with { Priority = priority.Score, Reasons = string.Join('\n', priority.Reasons) };
        return ranked.Priority != one.Priority && rules.Targets.Now.AskPriority ? CaseFacts.Promised(ranked, rules) : ranked;
    }

    /// <summary>Another case joined the outbreak that began with <paramref name="first"/>, whose own priority may rise with it.</summary>
    public static async Task JoinAsync(DeskContext desk, long first, CaseRules rules, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await desk.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == first, cancellationToken) is not { } found) return;
        var next = await RankAsync(desk, found with { Outbreak = first }, rules, cancellationToken);
        if (next == found) return;
        await CaseTurn.ReplaceAsync(desk, found, next, cancellationToken);
        await NoteAsync(desk, first, next.Priority, rules, at, cancellationToken);
    }

    /// <summary>
    /// Records the priority in the history, where facts learn of it, unless that is what was recorded last. While no target asks for a priority nothing hangs on it, and nothing is recorded.
    /// </summary>
    public static async Task NoteAsync(DeskContext desk, long id, int priority, CaseRules rules, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!rules.Targets.Now.AskPriority) return;
        var text = priority.ToString(CultureInfo.InvariantCulture);
        var last = await desk.CaseEvents.Where(row => row.CaseId == id && row.Heard == CaseEventKind.Prioritized).OrderByDescending(row => row.Id).Select(row => row.Reason).FirstOrDefaultAsync(cancellationToken);
        if ((last ?? "0") != text) CaseTurn.Note(desk, id, at, CaseTurn.Seen, CaseAction.Prioritized, text, CaseEventKind.Prioritized, text);
    }

    private static async Task<CaseSigns> SignsAsync(DeskContext desk, Case one, CancellationToken cancellationToken)
    {
        var before = await desk.Cases.Where(row => row.Author == one.Author && row.Brand == one.Brand && (one.Id == 0 || row.Id < one.Id)).Take(10).CountAsync(cancellationToken);
        if (one.Outbreak is not { } outbreak) return new(before, 0);
        var (from, to) = (one.OpenedAt - Beside, one.OpenedAt + Beside);
        var similar = await desk.Cases.Where(row => row.Outbreak == outbreak && row.ResolvedAt == null && row.Id != one.Id && row.OpenedAt >= from && row.OpenedAt <= to)
            .Take(Crowd).CountAsync(cancellationToken);
        return new(before, similar);
    }
}
