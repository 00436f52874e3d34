using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store;

/// <summary>
/// Which keys of a table need not be looked up because they never were in it. Only for a table that this process alone writes, one caller at a time, each
/// key handed to <see cref="Note"/> before it is written: then no key that is stored is ever left out, whatever became of the write.
/// What is in the table is read once in the background, when so many keys were looked up that it pays; until then every key is looked up.
/// </summary>
internal sealed class StoredKeys(IClickHouse clickHouse, string statement, long patience) : IDisposable
{
    private const int ReadAtOnce = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);
    private readonly CancellationTokenSource ended = new();
    private int disposed;
    private SeenKeys? seen;
    private volatile bool isReading;
    private volatile bool isWhole;
    private long lookedUp;

    /// <summary>The keys of <paramref name="keys"/> that may be in the table.</summary>
    public IEnumerable<UInt128> Doubtful(IEnumerable<UInt128> keys)
    {
        if (isWhole) return keys.Where(seen!.MayHave);
        return keys.Select(key =>
        {
            lookedUp++;
            return key;
        });
    }

    /// <summary>Takes in what is about to be written.</summary>
    public void Note(IEnumerable<UInt128> keys)
    {
        if (!isWhole && !isReading && lookedUp >= patience)
        {
            // Everything written before this is in the table by now, everything after is handed over here.
            (seen, lookedUp, isReading) = (new(), 0, true);
            var into = seen;
            _ = Task.Run(() => ReadAsync(into));
        }

        seen?.Add(keys);
    }

    /// <summary>Gives up what is being read; the engine waits for its statements.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0) return;
        ended.Cancel();
        ended.Dispose();
    }

    // Whoever watches the statements heard why it failed; look-ups go on without it, and after as many again it is tried again.
    private async Task ReadAsync(SeenKeys into)
    {
        try
        {
            var some = new List<UInt128>(ReadAtOnce);
            await foreach (var row in clickHouse.ReadAsync(Sql.Of(statement) with { Limit = Longest }, ended.Token))
            {
                some.Add((UInt128)row.Values[0]!);
                if (some.Count < ReadAtOnce) continue;
                into.Add(some);
                some.Clear();
            }

            into.Add(some);
            isWhole = true;
        }
        catch (Exception exception) when (exception is StoreQueryException or OperationCanceledException or ObjectDisposedException)
        {
            isReading = false;
        }
    }
}
