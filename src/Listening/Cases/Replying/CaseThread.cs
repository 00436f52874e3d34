using Listening.Storing;

namespace Listening.Cases.Replying;

/// <summary>A case's conversation.</summary>
/// <param name="Case">The case.</param>
/// <param name="Posts">Its public posts, in time order, deleted ones included.</param>
/// <param name="Replies">The case's answers, the oldest first.</param>
public sealed record CaseThread(Case Case, IReadOnlyList<StoredPost> Posts, IReadOnlyList<CaseReply> Replies)
{
    /// <summary>See <see cref="ThreadVersion"/>.</summary>
    public string Version => ThreadVersion.Of(Posts, Replies);
}
