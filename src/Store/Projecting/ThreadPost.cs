using Listening.Brands;
using Listening.Classifying;
using Listening.Conversations;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>A post of a conversation as the clock sees it, with what its waits are filed under.</summary>
internal sealed record ThreadPost(ConversationPost Post, string Source, string Id, string Language)
{
    /// <summary>Its label of intent, sentiment and topic; empty where nothing sorted it.</summary>
    public (string Intent, string Sentiment, string Topic) Said { get; init; } = ("", "", "");

    /// <summary>From a row of <c>Threads.sql</c>.</summary>
    public static ThreadPost Of(FactRow row) => new(
        new()
        {
            Post = row.Get<UInt128>("post"),
            PostedAt = row.Get<DateTimeOffset>("posted_at"),
            DeletedAt = (DateTimeOffset?)row["deleted_at"],
            Parent = (UInt128?)row["parent"],
            Author = row.Get<string>("author"),
            Handle = row.Get<string>("handle"),
            Party = (Party)row.Get<long>("party"),
            Account = row.Get<string>("account") is { Length: > 0 } account ? account : null,
            Brands = Words(row, "brands"),
            Mentions = Words(row, "mentions"),
            Repost = row.Get<bool>("repost"),
            Relevance = (Relevance)row.Get<long>("relevance"),
            Intent = IntentOf(row.Get<string>("intent")),
            NeedsAnswer = (bool?)row["asks"],
        },
        row.Get<string>("source"), row.Get<string>("id"), row.Get<string>("language"))
    {
        Said = (row.Get<string>("intent"), row.Get<string>("sentiment"), row.Get<string>("topic")),
    };

    /// <summary>From the post itself, before it is a row.</summary>
    public static ThreadPost Of(StandingPost post) => new(
        new()
        {
            Post = post.Key,
            PostedAt = post.PostedAt,
            DeletedAt = post.DeletedAt,
            Parent = post.Parent,
            Author = post.Shown.Author.Id,
            Handle = post.Shown.Author.Handle,
            Party = post.Writer,
            Account = post.Account,
            Brands = post.Named,
            Mentions = BrandRegistry.MentionsOf(post.Shown),
            Repost = post.Shown.RepostOf is not null,
            Relevance = post.Relevance,
            Intent = IntentOf(post.Voice(LabelTasks.Intent)),
            NeedsAnswer = post.Asks,
        },
        post.Shown.Identity.Source, post.Shown.Identity.Id, post.Language)
    {
        Said = (post.Voice(LabelTasks.Intent), post.Voice(LabelTasks.Sentiment), post.Labels[LabelTasks.Topic]),
    };

    private static Intent? IntentOf(string label) => label switch
    {
        "complaint" => Intent.Complaint,
        "question" => Intent.Question,
        "praise" => Intent.Praise,
        "other" => Intent.Other,
        _ => null,
    };

    private static string[] Words(FactRow row, string column) => row.Get<object?[]>(column) is { Length: > 0 } words ? [.. words.Cast<string>()] : [];
}
