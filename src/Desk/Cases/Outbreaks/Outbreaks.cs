using Listening.Cases;
using Listening.Cases.Ranking;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases.Outbreaks;

/// <summary>
/// Knows which new case says what another one of the last day said. Kept in memory by the process that projects, read from the cases when it starts and
/// after a write that failed.
/// </summary>
internal sealed class Outbreaks
{
    private readonly List<(string Brand, long Id, TextSketch Sketch, DateTimeOffset At)> fresh = [];
    private OutbreakIndex? index;

    /// <summary>Begins a write: what the one before it added and did not keep never was.</summary>
    public async Task BeginAsync(DeskContext desk, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (fresh.Count > 0) index = null;
        fresh.Clear();
        if (index is not null) return;
        var since = now - OutbreakIndex.Span;
        var read = new OutbreakIndex();
        var firsts = await desk.Cases.AsNoTracking().Where(row => row.OpenedAt > since && (row.Outbreak == null || row.Outbreak == row.Id))
            .OrderBy(row => row.OpenedAt).Select(row => new { row.Id, row.Brand, row.Snippet, row.OpenedAt }).ToListAsync(cancellationToken);
        foreach (var first in firsts)
            if (TextSketch.Of(first.Snippet) is { } sketch) read.Add(first.Brand, first.Id, sketch, first.OpenedAt);
        index = read;
    }

    /// <summary>The first case of the outbreak that a new one belongs to; null when it is like none.</summary>
    public long? Find(Case opened, TextSketch? sketch) => sketch is null ? null : index!.Find(opened.Brand, sketch, opened.OpenedAt);

    /// <summary>Knows a case that is like none before it.</summary>
    public void Add(Case opened, TextSketch sketch)
    {
        fresh.Add((opened.Brand, opened.Id, sketch, opened.OpenedAt));
        index!.Add(opened.Brand, opened.Id, sketch, opened.OpenedAt);
    }

    /// <summary>The write is committed.</summary>
    public void Keep() => fresh.Clear();
}
