using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>Reads an account's view of the network: its mentions, the feeds of known handles, searches, conversations and single posts.</summary>
internal class BlueskyReader(BlueskyApi api, BlueskyListings listings, BlueskyPost posts, TimeProvider time) : ISourceReader, IThreadReader, IPostChecker, IReplyChannel
{
    private readonly BlueskyLookup lookup = new(api, posts);
    private readonly BlueskyReplies replies = new(api, time);

    public IReadOnlyList<SourceStream> Streams => listings.Streams;

    public int MostIds => BlueskyLookup.Most;

    public Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return BlueskyListings.Handle(request.Stream) is { } handle ? FeedAsync(handle, request, cancellationToken)
            : BlueskyListings.Phrase(request.Stream) is { } phrase ? SearchAsync(phrase, request, cancellationToken)
            : MentionsAsync(request, cancellationToken);
    }

    public Task<PageAnswer> ReadThreadAsync(string id, string? resume, CancellationToken cancellationToken) => new BlueskyThread(api, posts).ReadAsync(id, cancellationToken);

    public Task<PageAnswer> CheckAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => lookup.CheckAsync(ids, cancellationToken);

    public Task<ReplyOutcome> SendAsync(ReplyDraft draft, CancellationToken cancellationToken) => replies.SendAsync(draft, cancellationToken);

    private async Task<PageAnswer> SearchAsync(string phrase, PageRequest request, CancellationToken cancellationToken)
    {
        var query = phrase.Contains(' ', StringComparison.Ordinal) && !phrase.Contains('"', StringComparison.Ordinal) ? $"\"{phrase}\"" : phrase;
        var answer = await api.QueryAsync("app.bsky.feed.searchPosts", [("q", query), ("sort", "latest"), ("limit", "100"), .. Cursor(request)], cancellationToken);
        return BlueskyPages.Read(request, answer, "the search", "posts", view => new(posts.Of(view)));
    }

    private async Task<PageAnswer> FeedAsync(string handle, PageRequest request, CancellationToken cancellationToken)
    {
        var answer = await api.QueryAsync(
            "app.bsky.feed.getAuthorFeed", [("actor", handle), ("filter", "posts_with_replies"), ("includePins", "false"), ("limit", "100"), .. Cursor(request)], cancellationToken);
        return BlueskyPages.Read(request, answer, $"the feed of {handle}", "feed", entry =>
        {
            var (view, reason) = (entry.Field("post"), entry.Field("reason"));
            return new PageItem(reason.Field("by").IsObject() ? posts.Repost(view, reason) : posts.Of(view));
        });
    }

    private async Task<PageAnswer> MentionsAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var answer = await api.QueryAsync(
            "app.bsky.notification.listNotifications", [("reasons", "mention"), ("reasons", "reply"), ("reasons", "quote"), ("limit", $"{BlueskyLookup.Most}"), .. Cursor(request)], cancellationToken);
        if (answer.Failure is not null) return BlueskyPages.Failed(request, answer, "the mentions");
        // A notification has the record alone, without pictures and counts.
        var notified = answer.Root.List("notifications").Where(one => one.Text("uri") is not null).ToList();
        var (views, failure) = await lookup.ViewsAsync([.. notified.Select(one => one.Text("uri")!).Distinct(StringComparer.Ordinal)], cancellationToken);
        if (failure is not null) return failure;
        return BlueskyPages.Read(request, answer, "the mentions", "notifications", one =>
            one.Text("uri") is not { } id ? throw new PostFormatException("a notification without `uri`")
            : views.TryGetValue(id, out var view) ? new PageItem(posts.Of(view)) : null);
    }

    private static IEnumerable<(string, string)> Cursor(PageRequest request) => request.Resume is { } resume ? [("cursor", resume)] : [];
}
