namespace Listening.Collecting.Streaming;

/// <summary>Something that a stream told: <see cref="StreamOpened"/>, <see cref="StreamedPost"/>, <see cref="StreamedDeletion"/>, <see cref="StreamMark"/> or <see cref="StreamFailed"/>.</summary>
/// <param name="Position">The place behind it, to go on from when it is stored; null where the source has none.</param>
public abstract record StreamEvent(StreamPosition? Position);
