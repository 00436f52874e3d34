using Listening.Cases;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>
/// Notes that snoozes are over. A case comes back to its queue by its instant alone; this makes it news, so that who looks at the queue hears of it. It is no new version: nobody did
/// anything, and who undoes a snooze at that moment is not refused.
/// </summary>
public sealed class SnoozeEnds(DeskStore store, TimeProvider time)
{
    private const int Slice = 200;

    /// <summary>Takes up those that are over and says how many that were; of any number of processes one finds each.</summary>
    public async Task<int> NoteAsync(CancellationToken cancellationToken)
    {
        // Asked without a turn at writing, because nearly always there is none.
        if (!await store.ReadAsync(desk => Over(desk).AnyAsync(cancellationToken), cancellationToken)) return 0;
        return await store.WriteAsync(
            async desk =>
            {
                var over = await Over(desk).OrderBy(row => row.SnoozedUntil).Take(Slice).Select(row => row.Id).ToListAsync(cancellationToken);
                var revision = await CaseTurn.NextRevisionAsync(desk, cancellationToken);
                foreach (var id in over)
                {
                    var next = revision++;
                    await desk.Cases.Where(row => row.Id == id).ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.SnoozedUntil, (DateTimeOffset?)null).SetProperty(row => row.Revision, next), cancellationToken);
                }

                return over.Count;
            },
            cancellationToken);
    }

    private IQueryable<Case> Over(DeskContext desk)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return desk.Cases.Where(row => row.ResolvedAt == null && row.SnoozedUntil != null && row.SnoozedUntil <= now);
    }
}
