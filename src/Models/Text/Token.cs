namespace Listening.Models.Text;

/// <summary>One token of a text; the words themselves are not kept, only where they stand.</summary>
/// <param name="Hash">Hash of the token as n-grams see it: a negated word differs from the plain one.</param>
/// <param name="Plain">Hash of the token without negation, as the lexicon knows it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Negated">A negation word stands before it in the same clause.</param>
/// <param name="Start">First character in the cleaned text.</param>
/// <param name="Length">Characters; 0 for a mark.</param>
public readonly record struct Token(uint Hash, uint Plain, TokenKind Kind, bool Negated, int Start, int Length);
