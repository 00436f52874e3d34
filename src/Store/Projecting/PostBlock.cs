using Listening.Classifying;
using Listening.Store.Engine;

namespace Listening.Store.Projecting;

/// <summary>Rows of <c>posts</c>; a deleted post's words and its author's name are left out.</summary>
internal static class PostBlock
{
    public static NativeBlock Of(IReadOnlyList<StandingPost> posts, ulong revision) => new NativeBlock(posts.Count)
        .Add("posted_at", posts.Column(post => post.PostedAt))
        .Add("post", posts.Column(post => post.Key))
        .Add("source", posts.Column(post => post.Shown.Identity.Source))
        .Add("id", posts.Column(post => post.Shown.Identity.Id))
        .Add("conversation", posts.Column(post => post.Conversation))
        .Add("author", posts.Column(post => post.Shown.Author.Id))
        .Add("handle", posts.Column(post => post.Shown.Author.Handle))
        .Add("author_name", posts.Column(post => post.DeletedAt is null ? post.Shown.Author.Name ?? "" : ""))
        .Add("followers", posts.Column(post => post.Shown.Author.Followers))
        .Add("party", posts.Column(post => (sbyte)post.Writer))
        .Add("brands", posts.Column(Brands))
        .Add("text", posts.Column(post => post.DeletedAt is null ? post.Shown.Text : ""))
        .Add("language", posts.Column(post => post.Language))
        .Add("audience", posts.Column(post => (sbyte)post.Shown.Audience))
        .Add("channel", posts.Column(post => post.Shown.Channel ?? ""))
        .Add("url", posts.Column(post => post.Shown.Url ?? ""))
        .Add("reply", posts.Column(post => post.Parent is not null))
        .Add("repost", posts.Column(post => post.Shown.RepostOf is not null))
        .Add("intent", posts.Column(post => post.Voice(LabelTasks.Intent)))
        .Add("sentiment", posts.Column(post => post.Voice(LabelTasks.Sentiment)))
        .Add("topic", posts.Column(post => post.Labels[LabelTasks.Topic]))
        .Add("use_case", posts.Column(post => post.Labels[LabelTasks.UseCase]))
        .Add("sorted_kind", posts.Column(post => post.AnswerKind))
        .Add("first_seen", posts.Column(post => post.FirstSeen))
        .Add("arrival", posts.Column(post => (sbyte)post.Arrival))
        .Add("source_posted_at", posts.Column(post => post.SourcePostedAt))
        .Add("clamped", posts.Column(post => post.Posted.Clamped))
        .Add("edited_at", posts.Column(post => post.EditedAt))
        .Add("deleted_at", posts.Column(post => post.DeletedAt))
        .Add("versions", posts.Column(post => (uint)post.Versions))
        .Add("revision", posts.Column(_ => revision));

    private static IReadOnlyList<string> Brands(StandingPost post) =>
        post.Account is { } account && !post.Named.Contains(account) ? [.. post.Named, account] : post.Named;
}
