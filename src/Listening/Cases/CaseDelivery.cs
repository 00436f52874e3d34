namespace Listening.Cases;

/// <summary>
/// Carries what agents did from the desk to the truth: at least once, because it is noted as told only after it is kept, and without harm when twice.
/// </summary>
public sealed class CaseDelivery(ICaseOutbox outbox, ICaseEventStore events)
{
    private const int Batch = 500;

    /// <summary>Carries all there is and says how many that were.</summary>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken)
    {
        var delivered = 0;
        while (await outbox.PendingAsync(Batch, cancellationToken) is { Count: > 0 } pending)
        {
            await events.AppendAsync(pending, cancellationToken);
            await outbox.DeliveredAsync(pending, cancellationToken);
            delivered += pending.Count;
        }

        return delivered;
    }
}
