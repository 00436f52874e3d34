using Listening.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Reporting;

/// <summary>The first four weeks of each brand, each recorded once.</summary>
public sealed class FrozenWeeksShelf(DeskStore store) : IFrozenWeeks
{
    /// <inheritdoc/>
    public async Task<FrozenWeeks?> FindAsync(string? brand, CancellationToken cancellationToken)
    {
        var key = brand ?? "";
        return (await store.ReadAsync(desk => desk.FrozenWeeks.SingleOrDefaultAsync(row => row.Brand == key, cancellationToken), cancellationToken))?.Read();
    }

    /// <inheritdoc/>
    public Task<FrozenWeeks> KeepAsync(FrozenWeeks weeks, CancellationToken cancellationToken)
    {
        var row = FrozenWeeksRow.Of(weeks);
        return store.WriteAsync(
            async desk =>
            {
                if (await desk.FrozenWeeks.AsNoTracking().SingleOrDefaultAsync(known => known.Brand == row.Brand, cancellationToken) is { } kept) return kept.Read();
                desk.FrozenWeeks.Add(row);
                return weeks;
            },
            cancellationToken);
    }
}
