using System.Net;
using Listening.Web.Hosting;

namespace Listening.Web.Proxying;

/// <summary>Section <c>Proxy</c>: which reverse proxies stand before the program, and where people reach it through them.</summary>
/// <param name="Known">Networks of the proxies; only what they say of a visitor is believed.</param>
/// <param name="PathBase">Below which path people reach it, such as <c>/listening</c>; empty when at the root.</param>
/// <param name="PublicAddress">Where people reach it, ending in <c>/</c>; null when that is where it listens.</param>
public sealed record ProxySettings(IReadOnlyList<IPNetwork> Known, string PathBase, Uri? PublicAddress)
{
    /// <summary>Whether requests are forwarded: then an address, loopback too, is the proxy's and says nothing of who asks.</summary>
    public bool Forwarding => Known.Count > 0;

    /// <summary>
    /// Reads <c>Known</c> (addresses and networks, as a list or separated by <c>;</c> or <c>,</c>), <c>PathBase</c> and <c>PublicAddress</c>.
    /// Throws <see cref="SettingException"/>.
    /// </summary>
    public static ProxySettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Proxy");
        var known = section["Known"] is { } line ? line.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : section.GetSection("Known").GetChildren().Select(child => child.Value?.Trim() ?? "");
        var address = Address(section["PublicAddress"]);
        return new([.. known.Select(Network)], Base(section["PathBase"]) ?? address?.AbsolutePath.TrimEnd('/') ?? "", address);
    }

    /// <summary>Whether a connection from <paramref name="address"/> is a proxy's.</summary>
    public bool Knows(IPAddress? address)
    {
        if (address is null) return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Known.Any(network => network.Contains(plain));
    }

    private static IPNetwork Network(string text)
    {
        if (IPAddress.TryParse(text, out var address)) return new(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(text, out var network)
            ? network
            : throw new SettingException("Proxy:Known", $"'{text}' is neither an address nor a network. Examples: 10.0.0.5 and 172.18.0.0/16");
    }

    private static string? Base(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var path = text.TrimEnd('/');
        return path.Length == 0 ? "" : path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && Uri.IsWellFormedUriString(path, UriKind.Relative) && path.IndexOfAny(['?', '#']) < 0
            ? path
            : throw new SettingException("Proxy:PathBase", $"'{text}' is no path. Example: /listening");
    }

    private static Uri? Address(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 }
            ? address
            : throw new SettingException("Proxy:PublicAddress", $"'{text}' is no address. Example: https://listening.example.com");
    }
}
