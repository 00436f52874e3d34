namespace Listening;

/// <summary>How projecting goes, for health and for people.</summary>
/// <param name="LastRun">When a run last ended well; absent before the first.</param>
/// <param name="Failures">Runs that failed since then.</param>
/// <param name="LastError">Why the last one failed; absent when it did not.</param>
/// <param name="NextTry">When it is tried again after a failure; absent when nothing failed.</param>
public sealed record ProjectingState(DateTimeOffset? LastRun, int Failures, string? LastError, DateTimeOffset? NextTry);
