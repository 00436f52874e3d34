namespace Listening.Storing;

/// <summary>A stretch of the facts that was merged.</summary>
/// <param name="Facts"><c>posts</c> or <c>waits</c>.</param>
/// <param name="Start">First day of its quarter.</param>
/// <param name="Pieces">How many it was in.</param>
/// <param name="Rows">How many rows these had together.</param>
/// <param name="Took">How long the merge took.</param>
public sealed record OptimizedStretch(string Facts, DateOnly Start, long Pieces, long Rows, TimeSpan Took);
