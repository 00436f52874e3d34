using Listening.Access;
using Listening.Desk;
using Listening.Web.Hosting;
using Listening.Web.Secrets;

namespace Listening.Web.Commands;

/// <summary>Secrets of a data directory: through the server that runs on it, or straight in its relational store when none does.</summary>
internal sealed class SecretDoor : IAsyncDisposable
{
    private readonly ServerSocket? server;
    private readonly ServiceProvider? services;

    private SecretDoor(ServerSocket? server, ServiceProvider? services)
    {
        (this.server, this.services) = (server, services);
        Secrets = server is not null ? new RemoteSecrets(server.Client) : services!.GetRequiredService<ISecretKeeper>();
    }

    public ISecretKeeper Secrets { get; }

    public static async Task<SecretDoor> OpenAsync(DataDirectory data, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await ServerSocket.FindAsync(data, cancellationToken) is { } server) return new SecretDoor(server, null);
        var settings = new ConfigurationBuilder().AddListening(data).Build();
        var desk = await OperationalStore.Read(settings, data).OpenDeskAsync(cancellationToken);
        try
        {
            var ring = await KeyRing.OpenAsync(settings, data, desk, cancellationToken);
            return new SecretDoor(null, new ServiceCollection().AddLogging().AddSingleton(time).AddDesk(desk).AddSecrets(ring).BuildServiceProvider());
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        server?.Dispose();
        if (services is not null) await services.DisposeAsync();
    }
}
