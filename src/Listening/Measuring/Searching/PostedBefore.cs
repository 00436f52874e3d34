namespace Listening.Measuring.Searching;

/// <summary>Written before the instant.</summary>
public sealed record PostedBefore(DateTimeOffset Instant) : SearchCondition;
