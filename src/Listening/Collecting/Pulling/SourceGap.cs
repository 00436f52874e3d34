namespace Listening.Collecting.Pulling;

/// <summary>A stretch of a listing of which posts may be missing for good.</summary>
/// <param name="Stream">The listing.</param>
/// <param name="From">The last instant up to which everything is known to be there; null when nothing is.</param>
/// <param name="To">The first instant from which on everything is known to be there.</param>
/// <param name="Reason">Why it could not be closed.</param>
public sealed record SourceGap(string Stream, DateTimeOffset? From, DateTimeOffset To, string Reason);
