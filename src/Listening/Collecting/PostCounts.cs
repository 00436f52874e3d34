namespace Listening.Collecting;

/// <summary>What the source counted when the post was read; the last reading wins and is no new version of the post.</summary>
public sealed record PostCounts(long? Likes = null, long? Reposts = null, long? Replies = null, long? Views = null);
