using Listening.Access;
using Listening.Desk;
using Listening.Desk.Access;
using Listening.Web.Hosting;
using Listening.Web.Security;

namespace Listening.Web.Commands;

/// <summary>
/// Keys and links of a data directory: through the server that runs on it, or straight in its relational store when none does. The engine is never opened.
/// </summary>
internal sealed class Door : IDisposable
{
    private readonly ServerSocket? server;
    private readonly DeskStore? store;
    private readonly TimeProvider time;

    private Door(ServerSocket? server, DeskStore? store, TimeProvider time)
    {
        this.server = server;
        this.store = store;
        this.time = time;
        Keys = server is not null ? new RemoteApiKeys(server.Client) : new ApiKeys(store!, time);
    }

    public IApiKeys Keys { get; }

    public static async Task<Door> OpenAsync(DataDirectory data, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await ServerSocket.FindAsync(data, cancellationToken) is { } server) return new Door(server, null, time);
        var store = DeskStore.Sqlite(data.Desk);
        await store.MigrateAsync(cancellationToken);
        return new Door(null, store, time);
    }

    /// <summary>A new sign-in link; without a running server, for the address where one listens when nothing else is said.</summary>
    public async Task<LinkAnswer> LinkAsync(CancellationToken cancellationToken)
    {
        if (server is not null)
        {
            using var answer = await server.Client.PostAsync(new Uri("api/v1/admin/links", UriKind.Relative), null, cancellationToken);
            return await answer.ReadAsync<LinkAnswer>(cancellationToken);
        }

        var link = await new SignInLinks(store!, time).CreateAsync(cancellationToken);
        return new LinkAnswer(ServerAddress.SignIn(new Uri(ServeOptions.DefaultUrls), link.Token), link.Expires);
    }

    public void Dispose()
    {
        server?.Dispose();
        store?.Dispose();
    }
}
