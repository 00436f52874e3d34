using Listening.Storing;

namespace Listening.Tests.Collecting;

/// <summary>Projects whatever a memory store holds by counting it.</summary>
internal sealed class MemoryProjector(MemoryPostStore store) : IFactProjector, IFactReader
{
    private int running;

    public long Revision { get; private set; }

    public int Failures { get; set; }

    public int MostAtOnce { get; private set; }

    public async Task<long> CatchUpAsync(CancellationToken cancellationToken)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref running));
        await Task.Yield();
        Interlocked.Decrement(ref running);
        if (Failures-- > 0) throw new StoreQueryException("no room on the disk", 243);
        var count = store.Posts.Count() - Revision;
        Revision += count;
        return count;
    }

    public Task RebuildAsync(IProgress<long>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();
}
