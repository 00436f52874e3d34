using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Json;

namespace Listening.Sources.Mastodon;

/// <summary>Reads one server of the Mastodon API.</summary>
internal class MastodonReader : ISourceReader, IThreadReader, IPostChecker, IReplyChannel
{
    private const string SearchName = "search:";
    private readonly MastodonServer server;
    private readonly MastodonIds ids;
    private readonly MastodonSearch search;
    private readonly MastodonReplies replies;
    private readonly Dictionary<string, MastodonListing> byName;

    public MastodonReader(MastodonServer server, IReadOnlyList<MastodonListing> forward, IReadOnlyList<string> phrases)
    {
        (this.server, ids) = (server, new(server));
        Listings = new(server, ids, new(server));
        (search, replies) = (new(server, Listings), new(server, ids));
        byName = forward.DistinctBy(listing => listing.Name).ToDictionary(listing => listing.Name, StringComparer.Ordinal);
        // What others wrote comes in late, below the mark; notifications stand in the order in which they came.
        Streams =
        [
            .. byName.Values.Select(listing => new SourceStream(listing.Name, PageDirection.Forward) { OverlapEvery = TimeSpan.FromHours(listing.Notifications ? 6 : 1) }),
            .. phrases.Select(phrase => new SourceStream(SearchName + phrase, PageDirection.Backward)),
        ];
    }

    public IReadOnlyList<SourceStream> Streams { get; }

    public string? Closed => server.HasToken ? null : MastodonReplies.NoToken;

    public int MostIds => MastodonIds.Most;

    protected MastodonListings Listings { get; }

    public Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return byName.TryGetValue(request.Stream, out var listing)
            ? Listings.ReadAsync(listing, request, cancellationToken)
            : search.ReadAsync(request.Stream[SearchName.Length..], request, cancellationToken);
    }

    public async Task<PageAnswer> ReadThreadAsync(string id, string? resume, CancellationToken cancellationToken)
    {
        var (local, unknown) = await ids.OfAsync(id, cancellationToken);
        if (unknown is not null) return unknown;
        if (local is null) return new SourcePage([], PageEnd.Complete);
        var status = await ids.OneAsync(local, cancellationToken);
        if (status.Failure is { } failure) return failure;
        if (MastodonPosts.Identity(status.Root) != id) return new SourcePage([], PageEnd.Complete);
        var context = await server.GetAsync($"api/v1/statuses/{Uri.EscapeDataString(local)}/context", cancellationToken);
        if (context.Failure is { } missed) return missed;
        var (posts, rejected, fault) = await Listings.TakeAsync([.. context.Root.List("ancestors"), status.Root, .. context.Root.List("descendants")], cancellationToken);
        return fault is not null ? fault : new SourcePage([.. posts.Select(post => new PageItem(post))], PageEnd.Complete) { Rejected = rejected };
    }

    public async Task<PageAnswer> CheckAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var asked = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var uri in ids)
        {
            var (local, unknown) = await this.ids.OfAsync(uri, cancellationToken);
            if (unknown is not null) return unknown;
            if (local is not null) asked[local] = uri;
        }

        if (asked.Count == 0) return new CheckedPosts([], []);
        var (found, failure) = await this.ids.FindAsync([.. asked.Keys], cancellationToken);
        if (failure is not null) return failure;
        var mine = found.Where(status => asked.GetValueOrDefault(status.Text("id")!) == MastodonPosts.Identity(status)).ToList();
        var (posts, _, missed) = await Listings.TakeAsync(mine, cancellationToken);
        return missed is not null ? missed : new CheckedPosts(posts, [.. asked.Where(pair => found.All(status => status.Text("id") != pair.Key)).Select(pair => pair.Value)]);
    }

    public Task<ReplyOutcome> SendAsync(ReplyDraft draft, CancellationToken cancellationToken) => replies.SendAsync(draft, cancellationToken);
}
