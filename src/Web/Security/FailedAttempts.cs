using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Listening.Web.Security;

/// <summary>
/// Counts keys and links that were not good, by remote address (an IPv6 network of 64 bits is one). Nobody guesses 256 bits; the limit keeps the database
/// and the log from a flood. Expired cookies are not counted: a browser left open is no attacker.
/// </summary>
public sealed class FailedAttempts(IOptions<SecurityOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.FailuresAllowed, Window = options.Value.FailureWindow, QueueLimit = 0 }));

    /// <summary>How long the address must wait before it may try again; null when it may now.</summary>
    public TimeSpan? Wait(IPAddress? address) => Take(address, 0);

    /// <summary>Counts one failure.</summary>
    public void Note(IPAddress? address) => Take(address, 1);

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();

    private TimeSpan? Take(IPAddress? address, int permits)
    {
        using var lease = limiter.AttemptAcquire(Network(address), permits);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : options.Value.FailureWindow;
    }

    private static string Network(IPAddress? address) => address switch
    {
        null => "local",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.ToString(),
    };
}
