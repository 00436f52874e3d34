using Listening.Collecting.Pulling;
using Listening.Sources.Feeds;
using Listening.Sources.Http;

namespace Listening.Sources.Reddit;

/// <summary>Reads the same listings as feeds: the newest entries alone, without whom a comment answers.</summary>
internal sealed class RedditFeeds : ISourceReader
{
    private readonly Dictionary<string, ISourceReader> feeds;

    public RedditFeeds(OutgoingHttp http, TimeProvider time, Uri site, IEnumerable<RedditListing> listings)
    {
        feeds = listings.ToDictionary(
            listing => listing.Name, listing => (ISourceReader)new RenamedFeed(new FeedReader(http, time, RedditPosts.Source, new(site, listing.Feed!)), RedditPosts.OfFeed), StringComparer.Ordinal);
        Streams = [.. feeds.Select(feed => feed.Value.Streams[0] with { Name = feed.Key })];
    }

    public IReadOnlyList<SourceStream> Streams { get; }

    public Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken) => feeds[request.Stream].ReadAsync(request, cancellationToken);
}
