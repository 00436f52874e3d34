using System.Net;
using System.Threading.RateLimiting;
using Listening.Web.Security;

namespace Listening.Web.Hooks;

/// <summary>
/// How often one address (an IPv6 network of 64 bits is one) may knock at the hooks: enough for a busy sender, and little for one whose signatures are wrong, since each
/// costs a body in memory, a look at the sources and a hash.
/// </summary>
internal sealed class HookLimits : IDisposable
{
    /// <summary>Requests at once; they come back at a sixtieth of it a second.</summary>
    public const int Requests = 1200;

    /// <summary>Requests of a minute that may be unsigned; then nothing of that address is read for the rest of it.</summary>
    public const int Unsigned = 30;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<string> requests = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetTokenBucketLimiter(
        address, _ => new TokenBucketRateLimiterOptions { TokenLimit = Requests, TokensPerPeriod = Requests / 60, ReplenishmentPeriod = Second, QueueLimit = 0 }));

    private readonly PartitionedRateLimiter<string> unsigned = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = Unsigned, Window = Minute, QueueLimit = 0 }));

    /// <summary>Counts a request; how long its sender must wait when it is one too many, else null.</summary>
    public TimeSpan? Take(IPAddress? address) => Take(unsigned, address, 0, Minute) ?? Take(requests, address, 1, Second);

    /// <summary>Counts one whose signature was not good.</summary>
    public void NoteUnsigned(IPAddress? address) => Take(unsigned, address, 1, Minute);

    /// <inheritdoc/>
    public void Dispose()
    {
        requests.Dispose();
        unsigned.Dispose();
    }

    private static TimeSpan? Take(PartitionedRateLimiter<string> limiter, IPAddress? address, int permits, TimeSpan otherwise)
    {
        using var lease = limiter.AttemptAcquire(FailedAttempts.Network(address), permits);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : otherwise;
    }
}
