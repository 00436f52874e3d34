using Listening.Collecting.Pulling;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Sources;

/// <summary>How the sources do, in the relational store.</summary>
public sealed class SourceStates(DeskStore store) : ISourceStates
{
    /// <inheritdoc/>
    public async Task<SourceState> ReadAsync(Guid source, CancellationToken cancellationToken) =>
        await store.ReadAsync(desk => desk.SourceStates.SingleOrDefaultAsync(row => row.Source == source, cancellationToken), cancellationToken) is { } row
            ? SourceState.Read(row.State)
            : new();

    /// <inheritdoc/>
    public Task WriteAsync(Guid source, SourceState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return store.WriteAsync(async desk =>
        {
            if (!await desk.Sources.AnyAsync(row => row.Id == source, cancellationToken)) return false;
            var there = await desk.SourceStates.AnyAsync(row => row.Source == source, cancellationToken);
            desk.Entry(new SourceStateRow { Source = source, State = state.ToJson() }).State = there ? EntityState.Modified : EntityState.Added;
            return true;
        }, cancellationToken);
    }

    /// <summary>Those of all sources that were ever tried, by the source's key.</summary>
    public async Task<IReadOnlyDictionary<Guid, SourceState>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(desk => desk.SourceStates.ToListAsync(cancellationToken), cancellationToken);
        return rows.ToDictionary(row => row.Source, row => SourceState.Read(row.State));
    }
}
