namespace Listening.Cases;

/// <summary>Another account of the same person, as an agent said.</summary>
/// <param name="Source">The source.</param>
/// <param name="Author">The author's id there.</param>
/// <param name="At">When it was said.</param>
/// <param name="By">Who said it.</param>
public sealed record SameAuthor(string Source, string Author, DateTimeOffset At, string By);
