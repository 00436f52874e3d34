namespace Listening.Brands;

/// <summary>What becomes of some waits of a brand. A wait is the same when the same post opened it.</summary>
/// <param name="Brand">The brand waited for.</param>
/// <param name="Was"><c>absent</c>, <c>left_out</c>, <c>waiting</c>, <c>answered</c>, <c>deleted</c> (by its author, unanswered).</param>
/// <param name="Now">The same of now. Where both are equal, it is told otherwise.</param>
/// <param name="Closing">The answer that closes it, or its instant, is another one. False where only something else is: who else answered, episodes, the author's row.</param>
/// <param name="Waits">How many.</param>
/// <param name="Examples">The posts that opened the newest of them.</param>
public sealed record WaitChange(string Brand, string Was, string Now, bool Closing, long Waits, IReadOnlyList<ChangedPost> Examples);
