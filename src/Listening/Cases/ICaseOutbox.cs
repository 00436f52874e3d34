namespace Listening.Cases;

/// <summary>What agents did and the clock has not heard.</summary>
public interface ICaseOutbox
{
    /// <summary>The oldest <paramref name="limit"/> that were never told.</summary>
    Task<IReadOnlyList<OutgoingCaseEvent>> PendingAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Notes that these were told.</summary>
    Task DeliveredAsync(IReadOnlyList<OutgoingCaseEvent> events, CancellationToken cancellationToken);
}
