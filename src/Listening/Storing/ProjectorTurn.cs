namespace Listening.Storing;

/// <summary>
/// The lease as its holder sees it: prolonged when half of it is gone, so that an idle projector costs one small write in half a minute. Used by one run at
/// a time. <paramref name="holder"/> is nobody else's name as long as this process lives.
/// </summary>
public sealed class ProjectorTurn(IProjectorLease lease, string holder, TimeProvider time) : IDisposable
{
    /// <summary>How long after its last sign of life a holder's work is taken over.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(1);

    // A run writes several tables at once, and each write asks.
    private readonly SemaphoreSlim one = new(1, 1);
    private long? epoch;
    private long taken;

    /// <summary>Another number means that somebody else may have projected in between: what is remembered of the facts is old.</summary>
    public int Tenure { get; private set; }

    /// <summary>Takes the turn or keeps it; false while another has it.</summary>
    public async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        if (!IsFresh) await AskAsync(0, cancellationToken);
        return epoch is not null;
    }

    /// <summary>
    /// A new epoch, greater than <paramref name="above"/> and than any that was given out before. Throws <see cref="ProjectorLeaseLostException"/> when another
    /// has or had the turn.
    /// </summary>
    public async Task<long> NextEpochAsync(long above, CancellationToken cancellationToken)
    {
        await KeepAsync(cancellationToken);
        await AskAsync(Math.Max(above, epoch!.Value), cancellationToken);
        return epoch ?? throw new ProjectorLeaseLostException();
    }

    /// <summary>
    /// To be asked before every write: prolongs the turn, and throws <see cref="ProjectorLeaseLostException"/> when somebody else has it or had it in between.
    /// A turn that ran out and that nobody took is simply kept: nobody wrote.
    /// </summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var before = Tenure;
            if (epoch is not null && !IsFresh) await AskAsync(0, cancellationToken);
            if (epoch is null || Tenure != before) throw new ProjectorLeaseLostException();
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Lets another have it at once.</summary>
    public Task ReleaseAsync(CancellationToken cancellationToken)
    {
        epoch = null;
        return lease.ReleaseAsync(holder, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private bool IsFresh => epoch is not null && time.GetElapsedTime(taken) < Duration / 2;

    private async Task AskAsync(long above, CancellationToken cancellationToken)
    {
        // Counted from before the question: the answer may have taken its time.
        var asked = time.GetTimestamp();
        var answer = await lease.TakeAsync(holder, Duration, above, cancellationToken);
        // One more is what we get when it had run out and nobody took it.
        if (answer is null || epoch is null || answer > Math.Max(epoch.Value, above) + 1) Tenure++;
        (epoch, taken) = (answer, asked);
    }
}
