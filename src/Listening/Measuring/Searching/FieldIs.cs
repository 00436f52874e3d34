namespace Listening.Measuring.Searching;

/// <summary>A field has this value; case is ignored. A field of several values (brands) has it among them.</summary>
/// <param name="Field">Which.</param>
/// <param name="Value">In lower case.</param>
/// <param name="Beginning">The value is only a beginning.</param>
public sealed record FieldIs(SearchField Field, string Value, bool Beginning) : SearchCondition;
