using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>When a customer was last answered, so that an empty queue can say that it is alive.</summary>
public sealed class LastAnswer(DeskStore store)
{
    /// <summary>The latest public answer to any case; null when there is none.</summary>
    public Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(desk => desk.Cases.Where(row => row.AnsweredAt != null).MaxAsync(row => row.AnsweredAt, cancellationToken), cancellationToken);
}
