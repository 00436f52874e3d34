namespace Listening.Brands;

/// <summary>The registry in use, in one place: who needs it asks here each time, who must act on a change waits here.</summary>
public sealed class CurrentRegistry(RegistryInUse first)
{
    private readonly Lock gate = new();
    private RegistryInUse now = first;
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A registry that does not change, in UTC and with weeks from Monday.</summary>
    public CurrentRegistry(BrandRegistry registry) : this(new RegistryInUse(0, registry, TimeZoneInfo.Utc, DayOfWeek.Monday))
    {
    }

    /// <summary>The registry in use.</summary>
    public RegistryInUse Now => Volatile.Read(ref now);

    /// <summary>Takes a newer version into use; an older one, or the same, changes nothing.</summary>
    public void Take(RegistryInUse newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        TaskCompletionSource taken;
        lock (gate)
        {
            if (newer.Version <= now.Version) return;
            Volatile.Write(ref now, newer);
            taken = next;
            next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        taken.SetResult();
    }

    /// <summary>Completes as soon as another version than <paramref name="known"/> is in use, and gives it.</summary>
    public async Task<RegistryInUse> WaitAsync(RegistryInUse known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(known);
        while (true)
        {
            Task taken;
            lock (gate)
            {
                if (now.Version != known.Version) return now;
                taken = next.Task;
            }
            await taken.WaitAsync(cancellationToken);
        }
    }
}
