namespace Listening.Collecting.Pulling;

/// <summary>A watermark that once was.</summary>
/// <param name="At">When the run began that set it.</param>
/// <param name="Position">The watermark.</param>
public sealed record FormerMark(DateTimeOffset At, string Position);
