using System.Net;

namespace Listening.Web.Proxying;

/// <summary>Remembers who near by passes requests on without being named in <c>Proxy:Known</c>.</summary>
public sealed class ProxyWatch
{
    private IPAddress? unknown;

    /// <summary>The last of them; null while there was none.</summary>
    public IPAddress? Unknown => Volatile.Read(ref unknown);

    /// <summary>Notes one; an address of the open internet is not noted, anybody there can make such headers up.</summary>
    public void Note(IPAddress? address)
    {
        if (address is not null && IsNear(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)) Volatile.Write(ref unknown, address);
    }

    // Loopback and the private networks of RFC 1918 and RFC 4193, where containers and proxies are.
    private static bool IsNear(IPAddress address)
    {
        if (IPAddress.IsLoopback(address) || address.IsIPv6UniqueLocal) return true;
        return address.GetAddressBytes() is [10, _, _, _] or [172, >= 16 and < 32, _, _] or [192, 168, _, _];
    }
}
