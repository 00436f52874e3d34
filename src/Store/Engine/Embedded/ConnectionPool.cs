using System.Collections.Concurrent;
using Listening.Storing;

namespace Listening.Store.Engine.Embedded;

/// <summary>Connections that have one database as their default: at most so many at once, idle ones are used again.</summary>
internal sealed class ConnectionPool(Func<EngineConnection> open, int most, TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim room = new(most, most);
    private readonly ConcurrentBag<EngineConnection> idle = [];
    private readonly ConcurrentDictionary<string, EngineConnection> rented = [];
    private readonly Lock gate = new();
    private Task? closing;
    private volatile bool closed;

    /// <summary>Whether it gives out no more connections.</summary>
    internal bool IsClosed => closed;

    /// <summary>The tags of the connections in use.</summary>
    internal IEnumerable<string> Rented => rented.Keys;

    /// <summary>Waits for a turn. Throws <see cref="StoreQueryException"/> with code 202 when it does not come in time.</summary>
    internal async Task<EngineConnection> RentAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (!await room.WaitAsync(patience, cancellationToken))
            throw new StoreQueryException($"{most} statements are running and none ended within {patience.TotalSeconds:0.#} s.", EngineError.TooManyAtOnce);
        try
        {
            if (!idle.TryTake(out var connection))
                connection = open();
            rented[connection.Tag] = connection;
            return connection;
        }
        catch
        {
            room.Release();
            throw;
        }
    }

    /// <summary>Gives a connection back; one that is not sound any more is closed.</summary>
    internal void Return(EngineConnection connection, bool sound)
    {
        rented.TryRemove(connection.Tag, out _);
        if (sound && !closed)
            idle.Add(connection);
        else
            connection.Dispose();
        room.Release();
        if (closed)
            CloseIdle();
    }

    /// <summary>Waits until nothing runs, then closes all connections; nobody gets one any more.</summary>
    internal Task CloseAsync()
    {
        lock (gate)
            return closing ??= DrainAsync();
    }

    public void Dispose() => room.Dispose();

    /// <summary>Closes what nobody uses; what is in use is closed when it comes back.</summary>
    internal void CloseUnused()
    {
        closed = true;
        CloseIdle();
    }

    private async Task DrainAsync()
    {
        closed = true;
        for (var i = 0; i < most; i++)
            await room.WaitAsync(CancellationToken.None);
        CloseIdle();
    }

    private void CloseIdle()
    {
        while (idle.TryTake(out var connection))
            connection.Dispose();
    }
}
