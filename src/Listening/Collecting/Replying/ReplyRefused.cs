namespace Listening.Collecting.Replying;

/// <summary>It will not be taken as it is, however often it is tried: too long, the post is gone, its author takes no replies.</summary>
/// <param name="Reason">A sentence for who wrote it.</param>
public sealed record ReplyRefused(string Reason) : ReplyOutcome;
