namespace Listening.Measuring.Searching;

/// <summary>It does not hold.</summary>
public sealed record NoneOf(SearchCondition Condition) : SearchCondition;
