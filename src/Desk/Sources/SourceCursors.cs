using Listening.Collecting.Pulling;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Sources;

/// <summary>How far the listings have been read, and what could not be read any more, in the relational store.</summary>
public sealed class SourceCursors(DeskStore store, TimeProvider time) : ISourceCursors
{
    private const int GapsKept = 50;

    /// <inheritdoc/>
    public async Task<SourceCursor> ReadAsync(Guid source, string stream, CancellationToken cancellationToken) =>
        await store.ReadAsync(desk => desk.SourceCursors.SingleOrDefaultAsync(row => row.Source == source && row.Stream == stream, cancellationToken), cancellationToken) is { } row
            ? SourceCursor.Read(row.Cursor)
            : new();

    /// <inheritdoc/>
    public Task SaveAsync(Guid source, string stream, SourceCursor cursor, SourceGap? gap, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        return store.WriteAsync(async desk =>
        {
            if (!await desk.Sources.AnyAsync(row => row.Id == source, cancellationToken)) return false;
            var there = await desk.SourceCursors.AnyAsync(row => row.Source == source && row.Stream == stream, cancellationToken);
            desk.Entry(new SourceCursorRow { Source = source, Stream = stream, Cursor = cursor.ToJson() }).State = there ? EntityState.Modified : EntityState.Added;
            if (gap is not null) desk.SourceGaps.Add(Row(source, gap));
            return true;
        }, cancellationToken);
    }

    /// <summary>The newest gaps of every source, or of one; the newest first.</summary>
    public async Task<IReadOnlyList<FoundGap>> GapsAsync(Guid? source, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            desk => desk.SourceGaps.Where(row => source == null || row.Source == source).OrderByDescending(row => row.Id).Take(source is null ? 20 * GapsKept : GapsKept).ToListAsync(cancellationToken),
            cancellationToken);
        return rows.ConvertAll(row => new FoundGap(row.Source, new(row.Stream, row.From, row.To, row.Reason), row.Found));
    }

    private SourceGapRow Row(Guid source, SourceGap gap) => new()
    {
        Source = source,
        Stream = gap.Stream,
        From = gap.From?.ToUniversalTime(),
        To = gap.To.ToUniversalTime(),
        Reason = gap.Reason,
        Found = time.GetUtcNow(),
    };
}
