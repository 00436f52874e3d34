namespace Listening.Storing;

/// <summary>Nothing was stored, because the disk is too full for it. The message says how full, and what it takes.</summary>
public sealed class NoRoomException(string message) : IOException(message);
