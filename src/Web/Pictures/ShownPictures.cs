using Listening.Collecting;
using Listening.Measuring;
using Listening.Storing;

namespace Listening.Web.Pictures;

/// <summary>Which pictures a post has to show: what its source calls images, in their order. Films and cards are not among them.</summary>
internal static class ShownPictures
{
    /// <summary>The pictures; their places are the numbers they are asked for by.</summary>
    public static IReadOnlyList<Attachment> Of(Post post) => [.. post.Attachments.Where(attachment => attachment.Kind is "image" or "photo" && attachment.Url is not null)];

    /// <summary>The posts of a page with what each has to show, read from their newest versions.</summary>
    public static async Task<IReadOnlyList<StoredPost>> WithAsync(IReadOnlyList<StoredPost> posts, IStoredPosts stored, CancellationToken cancellationToken)
    {
        if (posts.Count == 0) return posts;
        return With(posts, await stored.NewestAsync([.. posts.Select(post => post.Identity)], cancellationToken));
    }

    /// <summary>The posts with what each has to show, by their newest versions.</summary>
    public static IReadOnlyList<StoredPost> With(IReadOnlyList<StoredPost> posts, IReadOnlyList<Post> versions)
    {
        var newest = versions.ToDictionary(post => post.Identity);
        return [.. posts.Select(post => newest.TryGetValue(post.Identity, out var whole) && post.DeletedAt is null ? With(post, whole) : post)];
    }

    /// <summary>The rows of a page with what the post of each has to show.</summary>
    public static async Task<IReadOnlyList<MetricRow>> WithAsync(IReadOnlyList<MetricRow> rows, IStoredPosts stored, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return rows;
        var newest = (await stored.NewestAsync([.. rows.Select(row => new PostId(row.Source, row.Id)).Distinct()], cancellationToken)).ToDictionary(post => post.Identity);
        return [.. rows.Select(row => newest.TryGetValue(new(row.Source, row.Id), out var whole) ? row with { Pictures = Texts(whole), HasAvatar = whole.Author.Avatar is not null } : row)];
    }

    private static IReadOnlyList<string> Texts(Post post) => [.. Of(post).Select(picture => picture.Alt ?? "")];

    private static StoredPost With(StoredPost post, Post whole) =>
        post with { Pictures = Texts(whole), HasAvatar = whole.Author.Avatar is not null };
}
