namespace Listening.Measuring.Searching;

/// <summary>The author's reach compares so; an author of unknown reach compares in no way.</summary>
public sealed record FollowersAre(Comparison Comparison, long Count) : SearchCondition;
