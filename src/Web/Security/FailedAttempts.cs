using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Listening.Web.Security;

/// <summary>
/// Counts keys, links and passwords that were not good, by remote address (an IPv6 network of 64 bits is one) and, for passwords, by account. Nobody guesses 256 bits; the limit keeps the database
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

    /// <summary>How long whoever signs in as <paramref name="account"/> must wait, wherever they come from; null when they may try now. It need not exist.</summary>
    public TimeSpan? Wait(string account) => Take(Account(account), 0);

    /// <summary>Counts one failure of an account.</summary>
    public void Note(string account) => Take(Account(account), 1);

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();

    private TimeSpan? Take(IPAddress? address, int permits) => Take(Network(address), permits);

    private TimeSpan? Take(string whose, int permits)
    {
        using var lease = limiter.AttemptAcquire(whose, permits);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : options.Value.FailureWindow;
    }

    // Hashed, so that a long name takes no more memory than a short one.
    private static string Account(string account) => $"account {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(account.Trim().ToUpperInvariant())), 0, 16)}";

    /// <summary>Whom an address is counted as.</summary>
    internal static string Network(IPAddress? address) => address switch
    {
        null => "local",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.ToString(),
    };
}
