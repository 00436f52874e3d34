using System.Net;
using System.Net.Sockets;

namespace Listening.Web.Hosting;

/// <summary>Looks whether an address can be listened on before anything is opened, so that a used port is one sentence and costs nothing.</summary>
public static class ListenAddresses
{
    /// <summary>
    /// Throws <see cref="SettingException"/> for the first of <paramref name="urls"/> (separated by <c>;</c>) that another program listens on or this user
    /// may not take. A port that is taken in the moment after is told by the server itself.
    /// </summary>
    public static void CheckFree(string setting, string urls)
    {
        ArgumentNullException.ThrowIfNull(urls);
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = BindingAddress.Parse(url);
            if (address.IsUnixPipe || address.Port == 0) continue;
            try
            {
                using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
                probe.Bind(new IPEndPoint(Ip(address.Host), address.Port));
                probe.Listen();
            }
            catch (SocketException fault) when (fault.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied or SocketError.AddressNotAvailable)
            {
                throw new SettingException(setting, fault.SocketErrorCode switch
                {
                    SocketError.AddressAlreadyInUse => $"{url}: address already in use, another program listens there",
                    SocketError.AccessDenied => $"{url}: this user may not listen there; a port from 1024 on needs no right",
                    _ => $"{url}: this machine has no such address",
                });
            }
        }
    }

    private static IPAddress Ip(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var ip) ? ip : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : IPAddress.IPv6Any;
}
