namespace Listening.Collecting.Pulling;

/// <summary>What a source shows.</summary>
/// <param name="Replies">Answers to posts and whom they answer; where not, nobody's time to answer is known.</param>
/// <param name="Edits">Later versions of a post.</param>
/// <param name="Deletions">That a post was taken away.</param>
/// <param name="Reach">How many people follow an author.</param>
public sealed record SourceSight(bool Replies, bool Edits, bool Deletions, bool Reach);
