using Listening.Access;
using Listening.Cases;
using Listening.Desk.Cases;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Replying;

/// <summary>Tickets that cases have in other systems.</summary>
public sealed class CaseTickets(DeskStore store, TimeProvider time)
{
    /// <summary>A case's ticket; null when it has none.</summary>
    public Task<CaseTicket?> ReadAsync(long caseId, CancellationToken cancellationToken) =>
        store.ReadAsync(desk => desk.CaseTickets.SingleOrDefaultAsync(row => row.CaseId == caseId, cancellationToken), cancellationToken);

    /// <summary>Links a ticket, in place of the one there was, or with null takes the link off; with its line in the history. False when there is no such case.</summary>
    public Task<bool> LinkAsync(long caseId, string? url, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync(
            async desk =>
            {
                if (!await desk.Cases.AnyAsync(row => row.Id == caseId, cancellationToken)) return false;
                var removed = await desk.CaseTickets.Where(row => row.CaseId == caseId).ExecuteDeleteAsync(cancellationToken);
                var at = CaseTurn.After(null, time.GetUtcNow());
                if (url is not null) desk.CaseTickets.Add(new(caseId, url, by.Name, at));
                if (url is not null || removed > 0) CaseTurn.Note(desk, caseId, at, by, CaseAction.Linked, url);
                return true;
            },
            cancellationToken);
    }
}
