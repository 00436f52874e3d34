namespace Listening.Collecting.Pulling;

/// <summary>A post and its place in the listing.</summary>
/// <param name="Post">The post.</param>
/// <param name="Position">
/// Its place in the source's own order, later is greater when compared ordinally (see <see cref="Positions"/>); null where the listing has no order, as in
/// feeds: then what is known is told by ids alone. Never an instant that the author can choose.
/// </param>
public sealed record PageItem(Post Post, string? Position = null);
