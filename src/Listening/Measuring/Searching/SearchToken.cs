namespace Listening.Measuring.Searching;

/// <summary>A piece of a search.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">Where it starts, from 0.</param>
/// <param name="Field">The field's name in lower case; absent for a word or a phrase.</param>
/// <param name="Value">The word, the phrase without its quotes, or the field's value.</param>
/// <param name="Quoted">Whether the value stood in quotes.</param>
internal readonly record struct SearchToken(SearchTokenKind Kind, int At, string? Field = null, string Value = "", bool Quoted = false);
