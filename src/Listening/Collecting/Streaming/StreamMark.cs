namespace Listening.Collecting.Streaming;

/// <summary>Nothing for us came up to this place.</summary>
public sealed record StreamMark(StreamPosition Place) : StreamEvent(Place);
