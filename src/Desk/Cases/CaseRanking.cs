using Listening.Cases;
using Listening.Cases.Ranking;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>Gives cases their priority from what else is known at the desk.</summary>
internal static class CaseRanking
{
    private const int Crowd = 500;
    private static readonly TimeSpan Beside = TimeSpan.FromHours(1);

    /// <summary>The case with its priority and why.</summary>
    public static async Task<Case> RankAsync(DeskContext desk, Case one, CancellationToken cancellationToken)
    {
        var priority = CasePriority.Of(one, await SignsAsync(desk, one, cancellationToken));
        return one with { Priority = priority.Score, Reasons = string.Join('\n', priority.Reasons) };
    }

    /// <summary>Another case joined the outbreak that began with <paramref name="first"/>, whose own priority may rise with it.</summary>
    public static async Task JoinAsync(DeskContext desk, long first, CancellationToken cancellationToken)
    {
        if (await desk.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == first, cancellationToken) is not { } found) return;
        var next = await RankAsync(desk, found with { Outbreak = first }, cancellationToken);
        if (next != found) await CaseTurn.ReplaceAsync(desk, found, next, cancellationToken);
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
