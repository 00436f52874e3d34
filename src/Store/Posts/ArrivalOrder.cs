using Listening.Store.Engine;

namespace Listening.Store.Posts;

/// <summary>
/// One number for everything that comes in, growing by arrival. Who writes holds the turn until the rows are in: so nothing with a smaller number ever
/// appears after the projector has passed it.
/// </summary>
internal sealed class ArrivalOrder : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private ulong last;
    private ulong landed;

    private ArrivalOrder(ulong last) => this.last = landed = last;

    /// <summary>Everything up to this number has been written, or never will be.</summary>
    public ulong Landed => Volatile.Read(ref landed);

    /// <summary>Goes on after the greatest number stored.</summary>
    public static async Task<ArrivalOrder> RecoverAsync(IClickHouse clickHouse, CancellationToken cancellationToken)
    {
        await foreach (var row in clickHouse.ReadAsync(Sql.Of("Posts/LastArrival.sql"), cancellationToken)) return new(row.Get<ulong>("seq"));
        throw new InvalidOperationException("An aggregate without groups has no row.");
    }

    /// <summary>Runs <paramref name="write"/> alone.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await write();
        }
        finally
        {
            Volatile.Write(ref landed, last);
            turn.Release();
        }
    }

    /// <summary>The next <paramref name="count"/> numbers; only in turn.</summary>
    public ulong[] Next(int count)
    {
        var numbers = new ulong[count];
        for (var i = 0; i < count; i++) numbers[i] = ++last;
        return numbers;
    }

    public void Dispose() => turn.Dispose();
}
