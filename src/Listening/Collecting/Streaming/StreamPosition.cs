namespace Listening.Collecting.Streaming;

/// <summary>A place in a stream, in the source's own words; only the reader that gave it looks into it.</summary>
/// <param name="Text">Its words.</param>
public sealed record StreamPosition(string Text);
