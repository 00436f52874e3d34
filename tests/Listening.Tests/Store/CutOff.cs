using System.Runtime.CompilerServices;
using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Tests.Store;

/// <summary>Fails at a call that is counted down to, before it does anything or after it did all: what a killed process leaves.</summary>
internal sealed class CutOff
{
    private int left = int.MaxValue;
    private bool after;

    public IClickHouse Around(IClickHouse inner) => new Wrapped(inner, this);

    /// <summary>Fails at the <paramref name="call"/>th call from now, the first being 1, and at every later one until <see cref="Repair"/>.</summary>
    public void FailAt(int call, bool afterDoingIt) => (left, after) = (call, afterDoingIt);

    public void Repair() => left = int.MaxValue;

    private async Task DoAsync(Func<Task> call)
    {
        var mine = Interlocked.Decrement(ref left);
        if (mine < 0 || (mine == 0 && !after)) throw new CutOffException();
        await call();
        if (mine == 0) throw new CutOffException();
    }

    private sealed class Wrapped(IClickHouse inner, CutOff cutOff) : IClickHouse
    {
        public Task ExecuteAsync(FactQuery statement, CancellationToken cancellationToken) => cutOff.DoAsync(() => inner.ExecuteAsync(statement, cancellationToken));

        public async IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await cutOff.DoAsync(() => Task.CompletedTask);
            await foreach (var row in inner.ReadAsync(query, cancellationToken)) yield return row;
        }

        public Task InsertAsync(string table, NativeBlock block, CancellationToken cancellationToken) => cutOff.DoAsync(() => inner.InsertAsync(table, block, cancellationToken));

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
