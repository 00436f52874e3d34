namespace Listening.Classifying;

/// <summary>How the last sorting of the past went.</summary>
/// <param name="Started">When it began.</param>
/// <param name="From">Posts from this instant on; null for all.</param>
/// <param name="Posts">How many were sorted so far.</param>
/// <param name="Ended">When it ended; null while it runs.</param>
/// <param name="Failure">Why it ended early.</param>
public sealed record SortingAgain(DateTimeOffset Started, DateTimeOffset? From, long Posts, DateTimeOffset? Ended, string? Failure);
