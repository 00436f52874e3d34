using System.Net;
using System.Net.Sockets;

namespace Listening.Sources.Http;

/// <summary>
/// Opens connections to addresses that <see cref="OutgoingRules"/> allow, and no others. The name is resolved once and what was checked is what is connected to,
/// so that a name which answers differently the second time gains nothing.
/// </summary>
internal sealed class GuardedConnection(OutgoingRules rules, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        var allowed = Array.FindAll(found, rules.Allows);
        // One address inside is enough to refuse the name: it was made to be tried until that one comes up.
        if (allowed.Length != found.Length || allowed.Length == 0) throw new AddressRefusedException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
