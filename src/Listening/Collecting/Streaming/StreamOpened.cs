namespace Listening.Collecting.Streaming;

/// <summary>The connection stands: what happens from now on comes through it, so a pull that begins now leaves no gap.</summary>
public sealed record StreamOpened() : StreamEvent(Position: null);
