namespace Listening.Collecting.Pushing;

/// <summary>Posts, new ones and new versions.</summary>
/// <param name="Posts">May be empty: much of what is sent is no post.</param>
/// <param name="Rejected">Why others could not be read.</param>
public sealed record PushedPosts(IReadOnlyList<Post> Posts, IReadOnlyList<string> Rejected) : PushAnswer;
