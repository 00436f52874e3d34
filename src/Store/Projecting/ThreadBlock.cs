using Listening.Brands;
using Listening.Classifying;
using Listening.Store.Engine;

namespace Listening.Store.Projecting;

/// <summary>Rows of <c>thread</c>: what the clock needs of a post.</summary>
internal static class ThreadBlock
{
    public static NativeBlock Of(IReadOnlyList<StandingPost> posts, ulong revision) => new NativeBlock(posts.Count)
        .Add("conversation", posts.Column(post => post.Conversation))
        .Add("posted_at", posts.Column(post => post.PostedAt))
        .Add("post", posts.Column(post => post.Key))
        .Add("source", posts.Column(post => post.Shown.Identity.Source))
        .Add("id", posts.Column(post => post.Shown.Identity.Id))
        .Add("parent", posts.Column(post => post.Parent))
        .Add("author", posts.Column(post => post.Shown.Author.Id))
        .Add("handle", posts.Column(post => post.Shown.Author.Handle))
        .Add("party", posts.Column(post => (sbyte)post.Writer))
        .Add("account", posts.Column(post => post.Account ?? ""))
        .Add("edges", posts.Column(post => post.Edges))
        .Add("brands", posts.Column(post => post.Named))
        .Add("mentions", posts.Column(post => BrandRegistry.MentionsOf(post.Shown)))
        .Add("language", posts.Column(post => post.Language))
        .Add("fingerprint", posts.Column(post => post.Fingerprint))
        .Add("repost", posts.Column(post => post.Shown.RepostOf is not null))
        .Add("relevance", posts.Column(post => (sbyte)post.Relevance))
        .Add("intent", posts.Column(post => post.Voice(LabelTasks.Intent)))
        .Add("sentiment", posts.Column(post => post.Voice(LabelTasks.Sentiment)))
        .Add("topic", posts.Column(post => post.Labels[LabelTasks.Topic]))
        .Add("asks", posts.Column(post => post.Asks))
        .Add("deleted_at", posts.Column(post => post.DeletedAt))
        .Add("revision", posts.Column(_ => revision));
}
