using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Secrets;

/// <summary>The key ring's wrapped elements in the relational store, where all processes share them.</summary>
public sealed class KeyRingRows(DeskStore store)
{
    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<KeyRingRow>> ListAsync(CancellationToken cancellationToken) =>
        await store.ReadAsync(desk => desk.KeyRing.OrderBy(row => row.Name).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Adds one; nothing happens when its name is there.</summary>
    public Task AddAsync(KeyRingRow row, CancellationToken cancellationToken) => store.WriteAsync(async desk =>
    {
        if (!await desk.KeyRing.AnyAsync(there => there.Name == row.Name, cancellationToken)) desk.KeyRing.Add(row);
        return true;
    }, cancellationToken);
}
