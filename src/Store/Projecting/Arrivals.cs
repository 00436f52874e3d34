namespace Listening.Store.Projecting;

/// <summary>What came in over a stretch of arrivals.</summary>
/// <param name="Last">The number of the last arrival.</param>
/// <param name="Posts">The posts as they stand, each once.</param>
/// <param name="Versions">How many versions arrived.</param>
internal sealed record Arrivals(ulong Last, IReadOnlyList<StandingPost> Posts, long Versions);
