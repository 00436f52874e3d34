using Listening.Collecting;

namespace Listening.Classifying;

/// <summary>What a person said that a post is, with the words it was said of.</summary>
/// <param name="Post">The post.</param>
/// <param name="Text">Its text as it stands.</param>
/// <param name="Value">The label in snake case.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who the person is.</param>
public sealed record Correction(PostId Post, string Text, string Value, DateTimeOffset At, string Who);
