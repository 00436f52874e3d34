namespace Listening.Desk.Cases;

/// <summary>An answer that many ask for and one computes.</summary>
internal sealed class KeptAnswer<T>(DeskStore store, TimeProvider time) : IDisposable
{
    // What is counted among fewer rows costs less than it is worth to think about.
    private const int Few = 2_000;
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan OldestUnchanged = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim turn = new(1, 1);
    private Kept? kept;

    /// <summary>The answer, computed by <paramref name="ask"/> when the kept one is too old; <paramref name="rows"/> says among how many rows it was found.</summary>
    public async Task<T> GetAsync(Func<Task<T>> ask, Func<T, int> rows, CancellationToken cancellationToken)
    {
        if (kept is { } known && IsFresh(known)) return known.Answer;
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (kept is { } told && IsFresh(told)) return told.Answer;
            var (writes, started) = (store.Writes, time.GetTimestamp());
            var answer = await ask();
            kept = new(answer, writes, started, rows(answer) < Few ? TimeSpan.Zero : time.GetElapsedTime(started) * 10);
            return answer;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private bool IsFresh(Kept known)
    {
        var age = time.GetElapsedTime(known.Started);
        return (known.Writes == store.Writes && age < OldestUnchanged) || age < (known.Lasts < Oldest ? known.Lasts : Oldest);
    }

    private sealed record Kept(T Answer, long Writes, long Started, TimeSpan Lasts);
}
