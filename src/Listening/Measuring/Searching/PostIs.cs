namespace Listening.Measuring.Searching;

/// <summary>The post is a reply, a repost, deleted or edited.</summary>
public sealed record PostIs(PostState State) : SearchCondition;
