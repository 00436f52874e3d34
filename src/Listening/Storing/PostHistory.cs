using Listening.Classifying;
using Listening.Collecting;

namespace Listening.Storing;

/// <summary>One post with everything that was ever stored of it.</summary>
/// <param name="Current">As it stands now.</param>
/// <param name="Versions">Every version as its source told it, oldest first; a deleted post's texts are empty.</param>
public sealed record PostHistory(StoredPost Current, IReadOnlyList<Post> Versions)
{
    /// <summary>The best word of every task, by task, with who or what said it and when.</summary>
    public IReadOnlyList<PostLabel> Labels { get; init; } = [];
}
