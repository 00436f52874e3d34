namespace Listening.Sources.Http;

/// <summary>How often a host may be asked.</summary>
/// <param name="Requests">At most so many, which may come at once…</param>
/// <param name="Per">…in this time.</param>
public sealed record RequestRate(int Requests, TimeSpan Per)
{
    /// <summary>What no public server minds: ten at once, and two a second.</summary>
    public static RequestRate Polite { get; } = new(10, TimeSpan.FromSeconds(5));
}
