namespace Listening.Collecting.Pulling;

/// <summary>What trying a source brought.</summary>
/// <param name="Posts">The posts that it would take, as the source orders them.</param>
/// <param name="Failure">Why no more could be read; null when nothing failed.</param>
public sealed record TrialReport(IReadOnlyList<Post> Posts, PageFailure? Failure);
