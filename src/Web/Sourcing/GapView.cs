namespace Listening.Web.Sourcing;

/// <summary>A stretch of which posts may be missing for good.</summary>
/// <param name="Stream">The listing.</param>
/// <param name="From">The last instant up to which everything is known to be there; null when nothing is.</param>
/// <param name="To">The first instant from which on everything is known to be there.</param>
/// <param name="Reason">Why it could not be closed.</param>
/// <param name="Found">When it was found.</param>
public sealed record GapView(string Stream, DateTimeOffset? From, DateTimeOffset To, string Reason, DateTimeOffset Found);
