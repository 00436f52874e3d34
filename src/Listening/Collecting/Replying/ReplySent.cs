namespace Listening.Collecting.Replying;

/// <summary>It is there.</summary>
/// <param name="Post">The reply's own identity, under which it will also be pulled.</param>
/// <param name="Url">Where a person can read it; null where the source does not say.</param>
public sealed record ReplySent(PostId Post, string? Url) : ReplyOutcome;
