using System.Net.Sockets;

namespace Listening.Web.Commands;

/// <summary>The running server of a data directory, spoken to over its socket as its admin.</summary>
public sealed class ServerSocket : IDisposable
{
    private ServerSocket(string path) => Client = new HttpClient(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellationToken) => new NetworkStream(await ConnectAsync(path, cancellationToken), ownsSocket: true),
        UseProxy = false,
        AllowAutoRedirect = false,
    })
    {
        BaseAddress = new Uri("http://localhost/"),
        // An import may take an hour; who does not want to wait cancels.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Sends to the server; addresses are relative (<c>api/v1/posts</c>).</summary>
    public HttpClient Client { get; }

    /// <summary>
    /// The server that runs on <paramref name="data"/>, or null when none does.
    /// Throws <see cref="SocketException"/> when there is one and this user may not speak to it.
    /// </summary>
    public static async Task<ServerSocket?> FindAsync(DataDirectory data, CancellationToken cancellationToken)
    {
        if (!File.Exists(data.Socket)) return null;
        try
        {
            using var probe = await ConnectAsync(data.Socket, cancellationToken);
            return new ServerSocket(data.Socket);
        }
        catch (SocketException nobody) when (nobody.SocketErrorCode is SocketError.ConnectionRefused or SocketError.AddressNotAvailable)
        {
            // A server that was killed leaves its socket behind.
            return null;
        }
    }

    /// <summary>The server that runs on <paramref name="data"/>; throws <see cref="InvalidOperationException"/> when none does.</summary>
    public static async Task<ServerSocket> RequireAsync(DataDirectory data, CancellationToken cancellationToken) =>
        await FindAsync(data, cancellationToken)
        ?? throw new InvalidOperationException($"No server runs on {data}. Start it with: listening serve --data {data}");

    /// <summary>Where people reach this server.</summary>
    public async Task<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        using var answer = await Client.GetAsync(new Uri("api/v1/session", UriKind.Relative), cancellationToken);
        return (await answer.ReadAsync<ServerWhereabouts>(cancellationToken)).Address;
    }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();

    private sealed record ServerWhereabouts(Uri Address);

    private static async Task<Socket> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
