using Listening.Collecting.Pulling;

namespace Listening.Collecting.Replying;

/// <summary>It could not be sent, or nobody knows whether it was: the same draft is tried again.</summary>
/// <param name="Failure">Why, and when to try again.</param>
public sealed record ReplyFailed(PageFailure Failure) : ReplyOutcome;
