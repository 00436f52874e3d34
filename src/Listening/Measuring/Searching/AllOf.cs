namespace Listening.Measuring.Searching;

/// <summary>Every one of them holds.</summary>
public sealed record AllOf(IReadOnlyList<SearchCondition> Conditions) : SearchCondition;
