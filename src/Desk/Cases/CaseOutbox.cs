using Listening.Cases;
using Listening.Conversations;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>What agents did and the truth has not been told, in the relational store.</summary>
public sealed class CaseOutbox(DeskStore store, TimeProvider time) : ICaseOutbox
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutgoingCaseEvent>> PendingAsync(int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            desk => desk.CaseEvents.Where(row => row.Heard != null && row.Delivered == null).OrderBy(row => row.Id).Take(limit)
                .Join(desk.Cases, row => row.CaseId, found => found.Id, (row, found) => new { Row = row, found.Root, found.Brand, found.Author })
                .ToListAsync(cancellationToken),
            cancellationToken);
        return [.. rows.OrderBy(pending => pending.Row.Id).Select(pending => new OutgoingCaseEvent(
            pending.Row.Event, pending.Root, new CaseEvent(pending.Row.At, pending.Brand, pending.Author, pending.Row.Heard!.Value, pending.Row.Reason)
            {
                By = pending.Row.By,
                To = pending.Row.Action switch { CaseAction.Claimed => pending.Row.By, CaseAction.Assigned => pending.Row.Detail ?? "", _ => "" },
            })
        {
            About = pending.Row.About ?? 0,
        })];
    }

    /// <inheritdoc/>
    public Task DeliveredAsync(IReadOnlyList<OutgoingCaseEvent> events, CancellationToken cancellationToken)
    {
        var keys = events.Select(outgoing => outgoing.Id).ToArray();
        DateTimeOffset? now = time.GetUtcNow();
        return store.WriteAsync(
            desk => desk.CaseEvents.Where(row => keys.Contains(row.Event)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Delivered, now), cancellationToken),
            cancellationToken);
    }
}
