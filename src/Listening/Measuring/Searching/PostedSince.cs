namespace Listening.Measuring.Searching;

/// <summary>Written at the instant or after it.</summary>
public sealed record PostedSince(DateTimeOffset Instant) : SearchCondition;
