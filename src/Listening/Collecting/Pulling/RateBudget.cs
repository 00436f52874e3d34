namespace Listening.Collecting.Pulling;

/// <summary>How often a host may still be asked with a credential.</summary>
/// <param name="Limit">So many requests in a window; null when it is not told.</param>
/// <param name="Remaining">So many of them are left.</param>
/// <param name="Resets">When all of them are there again; null when they are, or when it is not told.</param>
/// <param name="Told">The host said so; else it is our own limit, which keeps below what a host bears.</param>
public sealed record RateBudget(long? Limit, long Remaining, DateTimeOffset? Resets, bool Told)
{
    /// <summary>What is left at an instant: after the reset, all.</summary>
    public RateBudget At(DateTimeOffset now) => Resets <= now ? this with { Remaining = Limit ?? Remaining, Resets = null } : this;

    /// <summary>The one that ends first: what a host says counts before our own limit, then the smaller share that is left.</summary>
    public static RateBudget? Scarcer(RateBudget? one, RateBudget? other) =>
        one is null ? other
        : other is null ? one
        : one.Told != other.Told ? (one.Told ? one : other)
        : other.Share < one.Share ? other : one;

    private double Share => Limit is > 0 ? (double)Remaining / Limit.Value : Remaining;
}
