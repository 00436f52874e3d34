using Listening.Storing;

namespace Listening.Measuring;

/// <summary>A page of posts.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="NextCursor">Where the next page starts; null on the last.</param>
/// <param name="Revision">The revision of the facts.</param>
public sealed record PostPage(IReadOnlyList<StoredPost> Items, string? NextCursor, long Revision);
