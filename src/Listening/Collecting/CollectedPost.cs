using Listening.Classifying;

namespace Listening.Collecting;

/// <summary>A post with how and when it reached us.</summary>
/// <param name="Post">The post.</param>
/// <param name="FirstSeen">When we first had it; carried by every later version, never overwritten.</param>
/// <param name="Arrival">Live or back-filled.</param>
public sealed record CollectedPost(Post Post, DateTimeOffset FirstSeen, Arrival Arrival)
{
    /// <summary>
    /// What models said of this version, stored in the same row; whoever brings a post may bring them along. Absent: nothing has sorted it yet.
    /// </summary>
    public IReadOnlyList<PostLabel>? Labels { get; init; }
}
