using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>Lets a projector write only while it is its turn; reading is free. A holder that slept through the end of its lease is stopped here.</summary>
internal sealed class FencedClickHouse(IClickHouse clickHouse, ProjectorTurn turn) : IClickHouse
{
    public async Task ExecuteAsync(FactQuery statement, CancellationToken cancellationToken)
    {
        await turn.KeepAsync(cancellationToken);
        await clickHouse.ExecuteAsync(statement, cancellationToken);
    }

    public IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, CancellationToken cancellationToken) => clickHouse.ReadAsync(query, cancellationToken);

    public async Task InsertAsync(string table, NativeBlock block, CancellationToken cancellationToken)
    {
        await turn.KeepAsync(cancellationToken);
        await clickHouse.InsertAsync(table, block, cancellationToken);
    }

    public ValueTask DisposeAsync() => clickHouse.DisposeAsync();
}
