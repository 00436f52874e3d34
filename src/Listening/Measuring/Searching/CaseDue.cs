namespace Listening.Measuring.Searching;

/// <summary>The case is due before an instant, or at it and later.</summary>
/// <param name="Before">Before it; else at it or later.</param>
/// <param name="Instant">The instant; null when it is told from now.</param>
/// <param name="FromNow">How long after now it is.</param>
public sealed record CaseDue(bool Before, DateTimeOffset? Instant, TimeSpan FromNow) : SearchCondition;
