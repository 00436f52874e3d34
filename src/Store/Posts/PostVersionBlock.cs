using Listening.Store.Engine;

namespace Listening.Store.Posts;

/// <summary>Rows of <c>post_versions</c>.</summary>
internal static class PostVersionBlock
{
    public static NativeBlock Of(IReadOnlyList<NewVersion> news, ulong[] seq) => new NativeBlock(news.Count)
        .Add("post", news.Column(row => row.Version.Post))
        .Add("version", news.Column(row => row.Version.Version))
        .Add("seq", seq)
        .Add("first_seen", news.Column(row => row.FirstSeen))
        .Add("arrival", news.Column(row => (sbyte)row.Version.Collected.Arrival))
        .Add("source_posted_at", news.Column(row => row.Version.Collected.Post.SourcePostedAt))
        .Add("first", news.Column(row => row.IsFirst))
        .Add("raw", news.Column(row => row.Version.Raw))
        .AddSorted(news, row => row.Version.Sorted);
}
