namespace Listening.Collecting.Pulling;

/// <summary>What came of asking for a page: a <see cref="SourcePage"/> (<see cref="CheckedPosts"/> where posts were looked up) or a <see cref="PageFailure"/>.</summary>
public abstract record PageAnswer;
