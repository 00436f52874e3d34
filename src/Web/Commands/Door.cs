using Listening.Access;
using Listening.Desk;
using Listening.Desk.Access;
using Listening.Web.Hosting;
using Listening.Web.Proxying;
using Listening.Web.Security;

namespace Listening.Web.Commands;

/// <summary>
/// Keys and links of a data directory: through the server that runs on it, or straight in its relational store when none does. The engine is never opened.
/// </summary>
internal sealed class Door : IAsyncDisposable
{
    private readonly ServerSocket? server;
    private readonly DeskStore? store;
    private readonly TimeProvider time;
    private readonly Uri address;

    private Door(ServerSocket? server, DeskStore? store, TimeProvider time, Uri address)
    {
        this.address = address;
        this.server = server;
        this.store = store;
        this.time = time;
        Keys = server is not null ? new RemoteApiKeys(server.Client) : new ApiKeys(store!, time);
    }

    public IApiKeys Keys { get; }

    public static async Task<Door> OpenAsync(DataDirectory data, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await ServerSocket.FindAsync(data, cancellationToken) is { } server) return new Door(server, null, time, server.Client.BaseAddress!);
        var settings = new ConfigurationBuilder().AddListening(data).Build();
        return new Door(null, await OperationalStore.Read(settings, data).OpenDeskAsync(cancellationToken), time, ProxySettings.Read(settings).PublicAddress ?? new Uri(ServeOptions.DefaultUrls));
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
        return new LinkAnswer(ServerAddress.SignIn(address, link.Token), link.Expires);
    }

    public async ValueTask DisposeAsync()
    {
        server?.Dispose();
        if (store is not null) await store.DisposeAsync();
    }
}
