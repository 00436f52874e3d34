namespace Listening.Measuring;

/// <summary>What is known of somebody who writes in public.</summary>
/// <param name="Handle">Their newest handle; null without a post.</param>
/// <param name="Name">Their newest name; null when unknown.</param>
/// <param name="Followers">How many followed them last; null when unknown.</param>
/// <param name="FirstPost">When they wrote first; null without a post.</param>
/// <param name="LastPost">When they wrote last.</param>
/// <param name="Posts">Public posts of theirs.</param>
/// <param name="About">Those of them that name the brand.</param>
/// <param name="Positive">Those of these that sound positive.</param>
/// <param name="Neutral">Neutral.</param>
/// <param name="Negative">Negative.</param>
/// <param name="Waits">How often they waited for the brand.</param>
/// <param name="Answered">How often it answered in public.</param>
public sealed record AuthorHistory(
    string? Handle, string? Name, long? Followers, DateTimeOffset? FirstPost, DateTimeOffset? LastPost,
    long Posts, long About, long Positive, long Neutral, long Negative, long Waits, long Answered);
