namespace Listening.Measuring.Searching;

/// <summary>A number of a case compares so.</summary>
public sealed record CaseNumberIs(CaseNumber Number, Comparison Comparison, long Value) : SearchCondition;
