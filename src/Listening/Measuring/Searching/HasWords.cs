namespace Listening.Measuring.Searching;

/// <summary>
/// The text has these words one after the other, whatever stands between them that is neither letter nor digit; case is ignored. A word has its signs
/// (see <see cref="SearchWords"/>).
/// </summary>
/// <param name="Words">In lower case, at least one.</param>
/// <param name="Beginning">The last one is only the beginning of a word.</param>
public sealed record HasWords(IReadOnlyList<string> Words, bool Beginning) : SearchCondition;
