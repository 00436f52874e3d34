namespace Listening.Measuring.Searching;

/// <summary>A field of a case has this value; case is ignored.</summary>
/// <param name="Field">Which.</param>
/// <param name="Value">In lower case.</param>
/// <param name="Beginning">The value is only a beginning.</param>
public sealed record CaseFieldIs(CaseField Field, string Value, bool Beginning) : SearchCondition;
