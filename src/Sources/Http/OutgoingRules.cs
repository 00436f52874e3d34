using System.Net;

namespace Listening.Sources.Http;

/// <summary>Where addresses that people give may lead.</summary>
/// <param name="Allowed">Networks that are allowed although they are private, such as <c>10.1.0.0/16</c>; by default none.</param>
public sealed record OutgoingRules(IReadOnlyList<IPNetwork> Allowed)
{
    /// <summary>Only the public internet.</summary>
    public static OutgoingRules PublicOnly { get; } = new([]);

    /// <summary>Reads networks and addresses separated by <c>;</c>. Throws <see cref="FormatException"/> that names the one that is none.</summary>
    public static OutgoingRules Read(string? networks) => new(
        [.. (networks ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Network)]);

    /// <summary>Whether a connection to this address is allowed.</summary>
    public bool Allows(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return AddressRange.IsPublic(plain) || Allowed.Any(network => network.Contains(plain));
    }

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new FormatException($"`{text}` is no network such as 10.1.0.0/16 and no address");
}
