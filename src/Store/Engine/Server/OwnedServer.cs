using Listening.Store.Engine.Embedded;

namespace Listening.Store.Engine.Server;

/// <summary>A server while this process alone works with it from a directory: two that number arrivals or derive facts would undo each other's work.</summary>
internal sealed class OwnedServer : IAsyncDisposable
{
    private readonly OwnerLock owner;

    private OwnedServer(ClickHouseServer server, OwnerLock owner)
    {
        Server = server;
        this.owner = owner;
    }

    internal ClickHouseServer Server { get; }

    internal static async Task<OwnedServer> OpenAsync(ServerOptions options, string directory, TimeProvider time, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(directory);
        Directory.CreateDirectory(full);
        var owner = OwnerLock.Take(full, time.GetUtcNow());
        try
        {
            return new OwnedServer(await ClickHouseServer.OpenAsync(options, cancellationToken), owner);
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        owner.Dispose();
    }
}
