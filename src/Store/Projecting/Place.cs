namespace Listening.Store.Projecting;

/// <summary>Where a post is.</summary>
/// <param name="Post">Its key.</param>
/// <param name="Conversation">The conversation it belongs to.</param>
/// <param name="PostedAt">The clock's instant; the epoch for a phantom.</param>
/// <param name="Seen">False for a phantom: known only because something is tied to it.</param>
internal readonly record struct Place(UInt128 Post, UInt128 Conversation, DateTimeOffset PostedAt, bool Seen);
