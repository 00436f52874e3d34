namespace Listening.Collecting.Pulling;

/// <summary>What looking posts up again brought.</summary>
/// <param name="Posts">Those that are there, as they are now.</param>
/// <param name="Missing">Ids that the source says are gone; ids about which it says nothing are in neither list.</param>
public sealed record CheckedPosts(IReadOnlyList<Post> Posts, IReadOnlyList<string> Missing) : PageAnswer;
