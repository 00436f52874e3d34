using Listening.Access;
using Listening.Desk;
using Listening.Desk.Access;
using Listening.Desk.People;
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
        Invitations = server is not null ? new RemoteInvitations(server.Client) : new Invitations(store!, time);
        Keys = server is not null ? new RemoteApiKeys(server.Client) : new ApiKeys(store!, time);
    }

    public IApiKeys Keys { get; }

    public IInvitations Invitations { get; }

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

        var link = await new SignInLinks(store!, time).CreateAsync(Actor.Terminal, cancellationToken);
        return new LinkAnswer(ServerAddress.SignIn(address, link.Token), link.Expires);
    }

    /// <summary>Everybody who signs in.</summary>
    public async Task<IReadOnlyList<Person>> PeopleAsync(CancellationToken cancellationToken)
    {
        if (server is null) return await new Staff(store!, time).ListAsync(cancellationToken);
        using var answer = await server.Client.GetAsync(new Uri("api/v1/admin/users", UriKind.Relative), cancellationToken);
        return await answer.ReadAsync<List<Person>>(cancellationToken);
    }

    /// <summary>The link of an invitation just made; without a running server, for the address where one listens when nothing else is said.</summary>
    public async Task<Uri> JoinAsync(NewInvitation made, CancellationToken cancellationToken) =>
        ServerAddress.Join(server is null ? address : await server.AddressAsync(cancellationToken), made.Token);

    public async ValueTask DisposeAsync()
    {
        server?.Dispose();
        if (store is not null) await store.DisposeAsync();
    }
}
