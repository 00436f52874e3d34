using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Json;

namespace Listening.Sources.X;

/// <summary>Looks posts up again (docs.x.com/x-api/posts/lookup), and conversations by their id, as far back as the search goes.</summary>
internal sealed class XLookup(XApi api)
{
    /// <summary>How many ids one question takes.</summary>
    public const int Most = 100;

    private const int MostPosts = 100;
    private const int LeastPosts = 10;

    /// <summary>Posts as they are now; gone are those of which X says that it cannot find them. A protected account's are not gone.</summary>
    public async Task<PageAnswer> CheckAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var asked = ids.Where(XPosts.IsId).ToList();
        if (asked.Count == 0) return new CheckedPosts([], []);
        var (root, failure) = await AskAsync(asked, cancellationToken);
        if (failure is not null) return failure;
        // Each edit has an id of its own, and the first one still tells the first text.
        var newer = root.List("data").Select(Newest).OfType<string>().Except(asked).ToList();
        var first = XPage.Read(root);
        var later = newer.Count == 0 ? default : await AskAsync(newer, cancellationToken);
        if (later.Failure is { } missed) return missed;
        var posts = XPage.Read(later.Root).Posts.Concat(first.Posts).DistinctBy(post => post.Identity).ToList();
        return new CheckedPosts(posts, [.. root.List("errors").Where(IsGone).Select(error => error.Text("resource_id") ?? error.Text("value")).OfType<string>().Intersect(asked)]);
    }

    /// <summary>The posts of a conversation; a conversation that is gone is an empty page.</summary>
    public async Task<PageAnswer> ReadThreadAsync(string id, string? resume, CancellationToken cancellationToken)
    {
        if (!XPosts.IsId(id)) return new SourcePage([], PageEnd.Complete);
        string? conversation = null, token = null;
        if (resume?.Split(' ') is [var known, var next]) (conversation, token) = (known, next);
        if (conversation is null)
        {
            var (root, failure) = await AskAsync([id], cancellationToken);
            if (failure is not null) return failure;
            conversation = root.List("data").Select(tweet => tweet.Text("conversation_id")).FirstOrDefault(text => text is not null && XPosts.IsId(text));
            if (conversation is null) return new SourcePage([], PageEnd.Complete);
        }

        var posts = Math.Min(api.Budget.LeftToFollow / XApi.CostOfPost, MostPosts);
        if (posts < LeastPosts) return api.UsedUp;
        var path = FormattableString.Invariant($"2/tweets/search/recent?query=conversation_id%3A{conversation}&max_results={posts}&sort_order=recency&{XApi.Fields}");
        var (found, missed) = Read(await api.GetAsync(token is null ? path : $"{path}&next_token={Uri.EscapeDataString(token)}", cancellationToken));
        if (missed is not null) return missed;
        var page = XPage.Read(found);
        api.Budget.Spend(page.Cost, follows: true);
        var more = found.Field("meta").Text("next_token");
        return new SourcePage([.. page.Posts.Select(post => new PageItem(post))], more is null ? PageEnd.Complete : PageEnd.More)
        {
            Next = more is null ? null : $"{conversation} {more}",
            Rejected = page.Rejected,
        };
    }

    private async Task<(JsonElement Root, PageFailure? Failure)> AskAsync(List<string> ids, CancellationToken cancellationToken)
    {
        if (api.Budget.LeftToFollow < ids.Count * XApi.CostOfPost) return (default, api.UsedUp);
        var (root, failure) = Read(await api.GetAsync($"2/tweets?ids={string.Join(',', ids)}&{XApi.Fields}", cancellationToken));
        if (failure is null) api.Budget.Spend(XPage.Read(root).Cost, follows: true);
        return (root, failure);
    }

    private (JsonElement Root, PageFailure? Failure) Read(OutgoingAnswer answer)
    {
        if (api.Failure(answer) is { } failure) return (default, failure);
        return JsonAnswer.Parse(answer.Body) is { ValueKind: JsonValueKind.Object } root ? (root, null) : (default, JsonAnswer.Unreadable(answer).Failure);
    }

    private static string? Newest(JsonElement tweet) => tweet.List("edit_history_tweet_ids").Select(JsonFields.AsText).OfType<string>().LastOrDefault(XPosts.IsId);

    private static bool IsGone(JsonElement error) => error.Text("resource_type") is null or "tweet"
        && ((error.Text("type") ?? "").EndsWith("resource-not-found", StringComparison.Ordinal) || error.Text("title") == "Not Found Error");
}
