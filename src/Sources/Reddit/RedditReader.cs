using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Json;

namespace Listening.Sources.Reddit;

/// <summary>
/// Reads Reddit by its API, the newest first. It never asks for what is <c>before</c> a thing, which gives nothing once that thing is deleted: where a walk meets the known is told by
/// many posts.
/// </summary>
internal sealed class RedditReader(RedditAccess access, RedditReplies replies, IReadOnlyList<RedditListing> listings) : ISourceReader, IThreadReader, IPostChecker, IReplyChannel
{
    private readonly Dictionary<string, RedditListing> byName = listings.ToDictionary(listing => listing.Name, StringComparer.Ordinal);

    public IReadOnlyList<SourceStream> Streams { get; } = [.. listings.Select(listing => new SourceStream(listing.Name, PageDirection.Backward))];

    public string? Closed => access.User is null ? RedditReplies.NoUser : null;

    public int MostIds => 100;

    public async Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var listing = byName[request.Stream];
        var answer = await access.GetAsync(request.Resume is { } after ? $"{listing.Path}&after={Uri.EscapeDataString(after)}" : listing.Path, cancellationToken);
        if (answer.Failure is { } failure) return failure;
        if (answer.Root.Text("kind") != "Listing") return new PageFailure(FailureKind.Unreadable, $"{access.Host} sent something that is no listing");
        var (items, rejected) = Items(RedditPosts.Children(answer.Root), listing.Ordered);
        var next = answer.Root.Field("data").Text("after");
        return new SourcePage(items, next is null ? PageEnd.Exhausted : PageEnd.More) { Next = next, Rejected = rejected };
    }

    public async Task<PageAnswer> ReadThreadAsync(string id, string? resume, CancellationToken cancellationToken)
    {
        var (thread, failure) = await RedditThread.ReadAsync(access, id, cancellationToken);
        if (failure is not null) return failure;
        var (items, rejected) = Items(thread, false);
        return new SourcePage(items, PageEnd.Complete) { Rejected = rejected };
    }

    public async Task<PageAnswer> CheckAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var asked = ids.Where(id => RedditPosts.Number(id) is not null).ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0) return new CheckedPosts([], []);
        var answer = await access.GetAsync($"api/info?id={string.Join(',', asked)}", cancellationToken);
        if (answer.Failure is { } failure) return failure;
        if (answer.Root.Text("kind") != "Listing") return new PageFailure(FailureKind.Unreadable, $"{access.Host} sent something that is no listing");
        var things = RedditPosts.Children(answer.Root).Where(thing => RedditPosts.IsPost(thing) && asked.Contains(RedditPosts.Name(thing)!)).ToList();
        return new CheckedPosts(
            [.. things.Where(thing => !RedditPosts.IsGone(thing)).Select(RedditPosts.Of).OfType<Post>()], [.. things.Where(RedditPosts.IsGone).Select(thing => RedditPosts.Name(thing)!)]);
    }

    public Task<ReplyOutcome> SendAsync(ReplyDraft draft, CancellationToken cancellationToken) => replies.SendAsync(draft, cancellationToken);

    private static (List<PageItem> Items, List<string> Rejected) Items(IEnumerable<JsonElement> things, bool ordered)
    {
        var (items, rejected) = (new List<PageItem>(), new List<string>());
        foreach (var thing in things.Where(thing => RedditPosts.IsPost(thing) && !RedditPosts.IsGone(thing)))
        {
            if (RedditPosts.Of(thing) is not { } post) rejected.Add("a thing has no name, author or instant");
            else items.Add(new(post, ordered && RedditPosts.Number(post.Identity.Id) is { } number ? Positions.Of(number) : null));
        }

        return (items, rejected);
    }
}
