using Listening.Storing;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Projecting;

/// <summary>The projector's lease, a row in the relational store.</summary>
public sealed class ProjectorLease(DeskStore store, TimeProvider time) : IProjectorLease
{
    private const string Name = "projector";

    /// <inheritdoc/>
    public Task<long?> TakeAsync(string holder, TimeSpan duration, long above, CancellationToken cancellationToken) => store.WriteAsync<long?>(async desk =>
    {
        var now = time.GetUtcNow();
        var lease = await desk.Leases.AsNoTracking().SingleOrDefaultAsync(row => row.Name == Name, cancellationToken);
        var held = lease is not null && lease.Until > now;
        if (held && lease!.Holder != holder) return null;
        var epoch = held && lease!.Epoch > above ? lease.Epoch : Math.Max(lease?.Epoch ?? 0, above) + 1;
        var next = new LeaseRow { Name = Name, Holder = holder, Epoch = epoch, Until = now + duration };
        desk.Entry(next).State = lease is null ? EntityState.Added : EntityState.Modified;
        return next.Epoch;
    }, cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(string holder, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.WriteAsync(desk => desk.Leases.Where(row => row.Name == Name && row.Holder == holder && row.Until > now)
            .ExecuteUpdateAsync(row => row.SetProperty(lease => lease.Until, now), cancellationToken), cancellationToken);
    }
}
