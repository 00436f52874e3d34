namespace Listening.Collecting.Streaming;

/// <summary>A post that is new or was changed.</summary>
/// <param name="Post">As it is now; an edit carries <see cref="Post.EditedAt"/>.</param>
/// <param name="Position">The place behind it.</param>
public sealed record StreamedPost(Post Post, StreamPosition? Position = null) : StreamEvent(Position);
