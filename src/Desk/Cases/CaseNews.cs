using Listening.Cases;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>What is new of cases, by their revisions: whoever wrote it, on whichever machine.</summary>
public sealed class CaseNews(DeskStore store)
{
    /// <summary>The greatest revision; 0 when there is no case.</summary>
    public Task<long> NewestAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(async desk => await desk.Cases.MaxAsync(row => (long?)row.Revision, cancellationToken) ?? 0, cancellationToken);

    /// <summary>The cases written after <paramref name="revision"/> as they stand, the oldest revision first; of more than <paramref name="limit"/> the first.</summary>
    public Task<List<Case>> AfterAsync(long revision, int limit, CancellationToken cancellationToken) => store.ReadAsync(
        desk => desk.Cases.Where(row => row.Revision > revision).OrderBy(row => row.Revision).Take(limit).ToListAsync(cancellationToken), cancellationToken);
}
