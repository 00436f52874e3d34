namespace Listening.Collecting.Replying;

/// <summary>What came of sending a reply: <see cref="ReplySent"/>, <see cref="ReplyRefused"/> or <see cref="ReplyFailed"/>.</summary>
public abstract record ReplyOutcome;
