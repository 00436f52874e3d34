namespace Listening.Measuring.Searching;

/// <summary>The text has both words, whichever first, with at most so many other words between them; case is ignored.</summary>
/// <param name="First">In lower case, with its signs.</param>
/// <param name="Second">In lower case, with its signs.</param>
/// <param name="Between">At most so many words stand between them.</param>
public sealed record HasNear(string First, string Second, int Between) : SearchCondition;
