namespace Listening.Collecting.Streaming;

/// <summary>A post was taken away; most of these are of posts that were never ours.</summary>
/// <param name="Post">Which.</param>
/// <param name="At">When, as the source says.</param>
/// <param name="Position">The place behind it.</param>
public sealed record StreamedDeletion(PostId Post, DateTimeOffset At, StreamPosition? Position = null) : StreamEvent(Position);
