namespace Listening.Calendars;

/// <summary>Calendars and targets in use, in one place: who needs them asks here each time.</summary>
public sealed class CurrentTargets(TargetsInUse first)
{
    private readonly Lock gate = new();
    private TargetsInUse now = first;

    /// <summary>Nothing is set: a complaint is to be answered within an hour.</summary>
    public CurrentTargets() : this(new TargetsInUse([], TimeSpan.FromHours(1)))
    {
    }

    /// <summary>Those in use.</summary>
    public TargetsInUse Now => Volatile.Read(ref now);

    /// <summary>Takes newer ones into use; older ones, or the same, change nothing. True when they were newer.</summary>
    public bool Take(TargetsInUse newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        lock (gate)
        {
            if (newer.Number <= now.Number) return false;
            Volatile.Write(ref now, newer);
            return true;
        }
    }
}
