namespace Listening.Collecting.Following;

/// <summary>A conversation in which a customer waits for us.</summary>
/// <param name="Opener">The post that opened the wait.</param>
/// <param name="OpenedAt">When.</param>
public sealed record OpenConversation(PostId Opener, DateTimeOffset OpenedAt);
