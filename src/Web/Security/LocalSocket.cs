using System.Net;
using System.Net.Sockets;
using System.Text;
using Listening.Web.Commands;
using Listening.Web.Telemetry;

namespace Listening.Web.Security;

/// <summary>
/// The socket in the data directory through which the program's own commands come. The directory's mode (0700) is the lock: who can open the
/// socket could as well read the database beside it, so a request from there is the admin's. An address, loopback or not, proves nothing.
/// </summary>
public static class LocalSocket
{
    // sockaddr_un.sun_path is 108 bytes with its closing zero (man 7 unix).
    private const int LongestPath = 107;

    /// <summary>
    /// Listens on <paramref name="urls"/> (separated by <c>;</c>) and on the data directory's socket, whose connections it marks, and on
    /// <paramref name="telemetry"/>, whose too.
    /// Throws <see cref="IOException"/> when another server runs on the same directory or the path is too long for a socket.
    /// </summary>
    public static async Task ListenAsync(
        this WebApplicationBuilder builder, string urls, DataDirectory data, CancellationToken cancellationToken, Uri? telemetry = null)
    {
        if (Encoding.UTF8.GetByteCount(data.Socket) > LongestPath)
            throw new IOException($"The path of the socket, {data.Socket}, is longer than {LongestPath} bytes: choose a shorter data directory.");
        using (var other = await ServerSocket.FindAsync(data, cancellationToken))
            if (other is not null)
                throw new IOException($"Another server already runs on {data}.");

        File.Delete(data.Socket);
        builder.WebHost.UseUrls([.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), .. Own(telemetry), $"http://unix:{data.Socket}"]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint =>
        {
            if (telemetry is not null && endpoint.EndPoint is IPEndPoint ip && ip.Port == telemetry.Port)
                endpoint.Use(next => connection =>
                {
                    connection.Features.Set(new TelemetryConnection(IPAddress.IsLoopback(ip.Address)));
                    return next(connection);
                });

            // Only this one: a proxy may be given a socket of its own, and its requests are anybody's.
            if (endpoint.EndPoint is not UnixDomainSocketEndPoint || endpoint.SocketPath != data.Socket) return;
            endpoint.Use(next => connection =>
            {
                connection.Features.Set(new LocalConnection());
                return next(connection);
            });
        }));
    }

    /// <summary>Whether the request came through the data directory's socket.</summary>
    public static bool IsLocal(this HttpContext context) => context.Features.Get<LocalConnection>() is not null;

    private static string[] Own(Uri? telemetry) => telemetry is null ? [] : [telemetry.ToString()];

    private sealed class LocalConnection;
}
