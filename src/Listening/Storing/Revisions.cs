namespace Listening.Storing;

/// <summary>Where who projects tells who shows: the newest revision of the facts, and a way to wait for the next.</summary>
public sealed class Revisions
{
    private readonly Lock gate = new();
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The newest revision announced; 0 before the first.</summary>
    public long Current { get; private set; }

    /// <summary>Tells that the facts now have <paramref name="revision"/>; an older one than the newest changes nothing.</summary>
    public void Announce(long revision)
    {
        TaskCompletionSource announced;
        lock (gate)
        {
            if (revision <= Current) return;
            Current = revision;
            announced = next;
            next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        announced.SetResult();
    }

    /// <summary>Completes as soon as the newest revision is greater than <paramref name="known"/>, and gives it.</summary>
    public async Task<long> WaitAsync(long known, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task announced;
            lock (gate)
            {
                if (Current > known) return Current;
                announced = next.Task;
            }
            await announced.WaitAsync(cancellationToken);
        }
    }
}
