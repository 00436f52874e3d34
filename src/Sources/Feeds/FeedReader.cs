using System.Net;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;

namespace Listening.Sources.Feeds;

/// <summary>Reads one feed. It has no order that can be relied on, so what is known is told by ids; an unchanged one costs a 304.</summary>
internal sealed class FeedReader(OutgoingHttp http, TimeProvider time, string source, Uri address) : ISourceReader
{
    private const string Accepted = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5";

    public IReadOnlyList<SourceStream> Streams { get; } =
        [new("feed", PageDirection.Backward) { FirstReach = TimeSpan.FromDays(90), Overlap = TimeSpan.Zero }];

    public async Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var memo = FeedMemo.Read(request.Memo);
        var page = request.Resume is { } further ? new Uri(further) : memo.Moved ?? address;
        var answer = await http.SendAsync(new(page) { Headers = memo.Headers(Accepted) }, cancellationToken);
        if (answer.Failure is { } failure) return failure;
        if (answer.Status == HttpStatusCode.NotModified) return SourcePage.Unchanged;
        if (FeedDocument.Read(answer.Body, answer.Header("Content-Type"), answer.Address) is not { } feed)
            return new PageFailure(FailureKind.Unreadable, $"{answer.Address.Host} sent something that is no feed");
        var posts = new FeedPosts(source, feed, time.GetUtcNow());
        return new SourcePage(posts.Items, feed.Next is null ? PageEnd.Exhausted : PageEnd.More)
        {
            Next = feed.Next?.AbsoluteUri,
            // Of a feed that broke off, the rest must come the next time: no tag, no 304.
            Memo = (feed.Faults.Count == 0 ? FeedMemo.Of(answer, memo.Moved) : new(Moved: answer.MovedTo ?? memo.Moved)).ToJson(),
            Rejected = posts.Rejected,
        };
    }
}
