namespace Listening.Measuring.Searching;

/// <summary>At least one of them holds.</summary>
public sealed record AnyOf(IReadOnlyList<SearchCondition> Conditions) : SearchCondition;
